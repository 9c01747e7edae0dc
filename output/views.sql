-- The tables of the current run as views of DuckDB, with their comments. This file is made from the tables'
-- own definitions; a test fails when it is stale.
--
--   duckdb -init output/views.sql
--   duckdb -cmd "SET VARIABLE broadsheet_output = '/data/broadsheet'" -cmd ".read output/views.sql"
--
-- The two variables are of a session, and so is the run: all views read the one that was current when this
-- file was read. A database that keeps the views needs the variables anew in each session.

SET VARIABLE broadsheet_output = coalesce(getvariable('broadsheet_output'), 'output');
SET VARIABLE broadsheet_run = (
  SELECT getvariable('broadsheet_output') || '/runs/' || trim(content, E' \r\n')
  FROM read_text(getvariable('broadsheet_output') || '/CURRENT'));

CREATE OR REPLACE VIEW "articles" AS SELECT
  "article_id",
  "title",
  "url",
  "source",
  "published",
  "language",
  "words",
  "own_words",
  "defects",
  "topic_id",
  "topic_weight",
  "duplicate_of",
  "story_id",
  "input_file"
FROM read_parquet(getvariable('broadsheet_run') || '/articles/*.parquet');
COMMENT ON VIEW "articles" IS 'An article. Models see originals only; a duplicate has its original''s topics.';
COMMENT ON COLUMN "articles"."article_id" IS 'first 16 hex digits of SHA-256 over the canonical URL, or over title, date and body';
COMMENT ON COLUMN "articles"."title" IS 'as published, on one line';
COMMENT ON COLUMN "articles"."url" IS 'as given; null where the article has none';
COMMENT ON COLUMN "articles"."source" IS 'host of the URL without www., m. and amp.';
COMMENT ON COLUMN "articles"."published" IS 'day of publication; null where the article has none';
COMMENT ON COLUMN "articles"."language" IS 'ISO 639-1; short texts take the language of the corpus';
COMMENT ON COLUMN "articles"."words" IS 'words of the body';
COMMENT ON COLUMN "articles"."own_words" IS 'of these, words outside of passages that the source repeats in many articles; only they are counted and compared';
COMMENT ON COLUMN "articles"."defects" IS 'what was wrong with title or body, with commas between: markup (read as a browser shows it), encoding (mended), lost_encoding (left as it is), mail (without header, signature and marks of quotation); null for nothing';
COMMENT ON COLUMN "articles"."topic_id" IS 'main topic; null for other languages and texts without terms';
COMMENT ON COLUMN "articles"."topic_weight" IS 'weight of the main topic, 0 to 1';
COMMENT ON COLUMN "articles"."duplicate_of" IS 'article_id of the original; null for an original';
COMMENT ON COLUMN "articles"."story_id" IS 'as in stories; null for an article that is in none';
COMMENT ON COLUMN "articles"."input_file" IS 'file that the article was read from';

CREATE OR REPLACE VIEW "quarantine" AS SELECT
  "input_file",
  "record",
  "reason",
  "detail",
  "raw"
FROM read_parquet(getvariable('broadsheet_run') || '/quarantine/*.parquet');
COMMENT ON VIEW "quarantine" IS 'A record that was read and is no article.';
COMMENT ON COLUMN "quarantine"."input_file" IS 'file that the record was read from';
COMMENT ON COLUMN "quarantine"."record" IS 'line of a JSON file, row of a CSV or Parquet file, 1 for a text file';
COMMENT ON COLUMN "quarantine"."reason" IS 'empty_file, missing_title, missing_body, bad_date, bad_encoding, too_large or bad_record';
COMMENT ON COLUMN "quarantine"."detail" IS 'what exactly is wrong';
COMMENT ON COLUMN "quarantine"."raw" IS 'the record, at most 1,000 characters';

CREATE OR REPLACE VIEW "terms" AS SELECT
  "term",
  "document_frequency",
  "term_frequency",
  "idf"
FROM read_parquet(getvariable('broadsheet_run') || '/terms/*.parquet');
COMMENT ON VIEW "terms" IS 'A term of the model''s vocabulary: a word, or a phrase of two or three words, which count in the phrase alone.';
COMMENT ON COLUMN "terms"."term" IS 'the commonest way to write it, or the name that it stands for';
COMMENT ON COLUMN "terms"."document_frequency" IS 'original articles that have it';
COMMENT ON COLUMN "terms"."term_frequency" IS 'occurrences in all of them';
COMMENT ON COLUMN "terms"."idf" IS '1 + ln((1 + articles) / (1 + document_frequency)), and below 20 articles up to 0.5 more for names';

CREATE OR REPLACE VIEW "term_days" AS SELECT
  "term",
  "day",
  "articles"
FROM read_parquet(getvariable('broadsheet_run') || '/term_days/*.parquet');
COMMENT ON VIEW "term_days" IS 'A term on a day on which it occurs; on the other days it has no articles. Articles without a date are not in it.';
COMMENT ON COLUMN "term_days"."term" IS 'as in terms';
COMMENT ON COLUMN "term_days"."day" IS 'a day with articles that have the term';
COMMENT ON COLUMN "term_days"."articles" IS 'original articles of that day that have it';

CREATE OR REPLACE VIEW "article_terms" AS SELECT
  "article_id",
  "rank",
  "term",
  "tfidf",
  "count"
FROM read_parquet(getvariable('broadsheet_run') || '/article_terms/*.parquet');
COMMENT ON VIEW "article_terms" IS 'One of the 20 best terms of an article.';
COMMENT ON COLUMN "article_terms"."article_id" IS 'an original article';
COMMENT ON COLUMN "article_terms"."rank" IS '1 is the best';
COMMENT ON COLUMN "article_terms"."term" IS 'as in terms';
COMMENT ON COLUMN "article_terms"."tfidf" IS '(1 + ln count) · idf, scaled so that the squares of all terms of an article add up to 1';
COMMENT ON COLUMN "article_terms"."count" IS 'occurrences in title and body';

CREATE OR REPLACE VIEW "topics" AS SELECT
  "topic_id",
  "label",
  "articles",
  "share",
  "npmi",
  "exclusivity",
  "x",
  "y",
  "parent_id",
  "first_seen",
  "junk",
  "junk_reason",
  "model_index",
  "relative_size"
FROM read_parquet(getvariable('broadsheet_run') || '/topics/*.parquet');
COMMENT ON VIEW "topics" IS 'A topic.';
COMMENT ON COLUMN "topics"."topic_id" IS 'stays with the topic from run to run; in a first run 1 is the largest';
COMMENT ON COLUMN "topics"."label" IS 'the terms that tell it from the others; no two alike';
COMMENT ON COLUMN "topics"."articles" IS 'articles whose main topic it is, duplicates too';
COMMENT ON COLUMN "topics"."share" IS 'its part of all articles'' weights, 0 to 1';
COMMENT ON COLUMN "topics"."npmi" IS 'coherence: whether its ten best terms are in the same articles, -1 to 1';
COMMENT ON COLUMN "topics"."exclusivity" IS 'how much the ten best terms are its own, 0 to 1';
COMMENT ON COLUMN "topics"."x" IS 'place on the map of topics, about -1 to 1; similar topics are near';
COMMENT ON COLUMN "topics"."y" IS 'place on the map of topics, about -1 to 1';
COMMENT ON COLUMN "topics"."parent_id" IS 'the largest topic of its group of similar topics; itself if it is that';
COMMENT ON COLUMN "topics"."first_seen" IS 'run_id of the first run that had it';
COMMENT ON COLUMN "topics"."junk" IS 'whether it is about nothing';
COMMENT ON COLUMN "topics"."junk_reason" IS 'boilerplate (the terms of twenty articles or more nearly always come together), one_source, or near_uniform (as the whole corpus); null for no junk';
COMMENT ON COLUMN "topics"."model_index" IS 'its place in the vectors of weights of this run''s model, from 0';
COMMENT ON COLUMN "topics"."relative_size" IS 'articles over the mean of all topics'': 1 is an equal share; below 0.05 a topic is tiny';

CREATE OR REPLACE VIEW "topic_terms" AS SELECT
  "topic_id",
  "rank",
  "term",
  "probability",
  "lift"
FROM read_parquet(getvariable('broadsheet_run') || '/topic_terms/*.parquet');
COMMENT ON VIEW "topic_terms" IS 'One of the 50 best terms of a topic.';
COMMENT ON COLUMN "topic_terms"."topic_id" IS 'the topic';
COMMENT ON COLUMN "topic_terms"."rank" IS '1 is the best: weight in the topic, association with its articles, and coherence with the better ones';
COMMENT ON COLUMN "topic_terms"."term" IS 'as in terms';
COMMENT ON COLUMN "topic_terms"."probability" IS 'p(term | topic)';
COMMENT ON COLUMN "topic_terms"."lift" IS 'p(term | topic) / p(term): how many times likelier than in the whole corpus';

CREATE OR REPLACE VIEW "article_topics" AS SELECT
  "article_id",
  "topic_id",
  "rank",
  "weight"
FROM read_parquet(getvariable('broadsheet_run') || '/article_topics/*.parquet');
COMMENT ON VIEW "article_topics" IS 'A topic of an article: those of weight 0.05 and more, at most 8, scaled to add up to 1.';
COMMENT ON COLUMN "article_topics"."article_id" IS 'the article; duplicates have the rows of their original';
COMMENT ON COLUMN "article_topics"."topic_id" IS 'the topic';
COMMENT ON COLUMN "article_topics"."rank" IS '1 is the main topic';
COMMENT ON COLUMN "article_topics"."weight" IS 'how much of the article is about it; adds up to 1 over the article''s rows';

CREATE OR REPLACE VIEW "topic_articles" AS SELECT
  "topic_id",
  "rank",
  "article_id",
  "title",
  "url",
  "source",
  "published",
  "weight",
  "snippet"
FROM read_parquet(getvariable('broadsheet_run') || '/topic_articles/*.parquet');
COMMENT ON VIEW "topic_articles" IS 'One of the 25 most typical articles of a topic, no duplicates and no two of one story.';
COMMENT ON COLUMN "topic_articles"."topic_id" IS 'the topic';
COMMENT ON COLUMN "topic_articles"."rank" IS '1 is the most typical: the largest weight, times how much it has of the terms that tell the topic from the others, and how few other terms; then the latest';
COMMENT ON COLUMN "topic_articles"."article_id" IS 'an original article';
COMMENT ON COLUMN "topic_articles"."title" IS 'as in articles';
COMMENT ON COLUMN "topic_articles"."url" IS 'as in articles';
COMMENT ON COLUMN "topic_articles"."source" IS 'as in articles';
COMMENT ON COLUMN "topic_articles"."published" IS 'as in articles';
COMMENT ON COLUMN "topic_articles"."weight" IS 'as in article_topics';
COMMENT ON COLUMN "topic_articles"."snippet" IS 'start of the body, at most 200 characters';

CREATE OR REPLACE VIEW "topic_days" AS SELECT
  "topic_id",
  "day",
  "articles",
  "total",
  "share",
  "expected",
  "z",
  "q",
  "burst"
FROM read_parquet(getvariable('broadsheet_run') || '/topic_days/*.parquet');
COMMENT ON VIEW "topic_days" IS 'A topic on a day, also on days without articles. Articles without a date are not in it.';
COMMENT ON COLUMN "topic_days"."topic_id" IS 'the topic';
COMMENT ON COLUMN "topic_days"."day" IS 'every day from the first article''s to the last one''s; days far from those of the other articles, and days after the run, are in no table by day';
COMMENT ON COLUMN "topic_days"."articles" IS 'articles of that day whose main topic it is, duplicates too';
COMMENT ON COLUMN "topic_days"."total" IS 'articles of that day with a topic';
COMMENT ON COLUMN "topic_days"."share" IS 'articles / total; 0 on a day without articles';
COMMENT ON COLUMN "topic_days"."expected" IS 'articles that the topic''s share of all other days, its flares apart, makes of that day''s total; null with fewer than 7 days that have articles, as are z, q and burst';
COMMENT ON COLUMN "topic_days"."z" IS 'surprise: standard normal deviate of the probability of so many articles (above 0) or so few (below 0) where that many are expected, which stray as the topic usually does (negative binomial)';
COMMENT ON COLUMN "topic_days"."q" IS 'false discovery rate of all days with as many articles too many, or more (Benjamini and Hochberg 1995); 1 on a day without articles';
COMMENT ON COLUMN "topic_days"."burst" IS 'whether the topic flared up: q at most 0.02, at least 5 articles and at least 1.5 times as many as expected; or its week, Monday to Sunday, passes all of this although such days count as usual in it, and the day has at least 1.5 times as many as expected; never on a day that has a suspicious part of the archive (the check crowded_day)';

CREATE OR REPLACE VIEW "topic_sources" AS SELECT
  "topic_id",
  "source",
  "articles",
  "expected",
  "lift",
  "z",
  "first_published"
FROM read_parquet(getvariable('broadsheet_run') || '/topic_sources/*.parquet');
COMMENT ON VIEW "topic_sources" IS 'A topic and one of the 1,000 largest sources that has an article on it or would be expected to. Articles without a URL are a source of their own.';
COMMENT ON COLUMN "topic_sources"."topic_id" IS 'the topic';
COMMENT ON COLUMN "topic_sources"."source" IS 'as in articles; null for articles without a URL';
COMMENT ON COLUMN "topic_sources"."articles" IS 'articles of the source whose main topic it is, duplicates too';
COMMENT ON COLUMN "topic_sources"."expected" IS 'the topic''s articles times the source''s part of all articles with a topic';
COMMENT ON COLUMN "topic_sources"."lift" IS 'articles / expected: above 1 if the source writes about it more than others do';
COMMENT ON COLUMN "topic_sources"."z" IS 'articles - expected in standard deviations (adjusted residual, Haberman 1973); 0 where there is one source or one topic only';
COMMENT ON COLUMN "topic_sources"."first_published" IS 'day of the source''s first article on it; the source with the smallest was first; null if none has a date';

CREATE OR REPLACE VIEW "topic_links" AS SELECT
  "topic_id",
  "other_id",
  "similarity"
FROM read_parquet(getvariable('broadsheet_run') || '/topic_links/*.parquet');
COMMENT ON VIEW "topic_links" IS 'One of the five topics that are most like a topic.';
COMMENT ON COLUMN "topic_links"."topic_id" IS 'the topic';
COMMENT ON COLUMN "topic_links"."other_id" IS 'the other topic';
COMMENT ON COLUMN "topic_links"."similarity" IS '1 - the Jensen-Shannon distance of their p(term | topic), 0 to 1';

CREATE OR REPLACE VIEW "topic_lineage" AS SELECT
  "topic_id",
  "previous_id",
  "similarity",
  "status"
FROM read_parquet(getvariable('broadsheet_run') || '/topic_lineage/*.parquet');
COMMENT ON VIEW "topic_lineage" IS 'Where a topic came from, or what became of one that the run before had.';
COMMENT ON COLUMN "topic_lineage"."topic_id" IS 'a topic of this run; null for one that is gone';
COMMENT ON COLUMN "topic_lineage"."previous_id" IS 'a topic of the run before: topic_id itself if kept, where it came out of if split, what went into it if merged; null for a new one';
COMMENT ON COLUMN "topic_lineage"."similarity" IS 'cosine of the two topics'' term weights, 0.5 to 1; null for a topic that is new or gone';
COMMENT ON COLUMN "topic_lineage"."status" IS 'of topic_id: new, kept or split; of previous_id: merged (went into topic_id) or gone';

CREATE OR REPLACE VIEW "trending_terms" AS SELECT
  "period_start",
  "term",
  "articles",
  "expected",
  "z",
  "q",
  "example_article_id"
FROM read_parquet(getvariable('broadsheet_run') || '/trending_terms/*.parquet');
COMMENT ON VIEW "trending_terms" IS 'A term that flared up in a day, week or month (--period): up to 50 for each of the 14 latest with articles, judged by up to 60 before it. Verbs and their like, as the corpus uses them, are left out, and so is a period with a day that has a suspicious part of the archive (the check crowded_day).';
COMMENT ON COLUMN "trending_terms"."period_start" IS 'first day of the period; articles without a date are in none';
COMMENT ON COLUMN "trending_terms"."term" IS 'as in terms';
COMMENT ON COLUMN "trending_terms"."articles" IS 'original articles of the period that have it, at least 3';
COMMENT ON COLUMN "trending_terms"."expected" IS 'articles that the term''s share of the periods before, its flares apart, makes of all of this one; a new term counts as half an article there';
COMMENT ON COLUMN "trending_terms"."z" IS 'surprise, as in topic_days';
COMMENT ON COLUMN "trending_terms"."q" IS 'false discovery rate among the terms of the period that may be here, at most 0.1';
COMMENT ON COLUMN "trending_terms"."example_article_id" IS 'the article of the period with the largest tfidf of the term times its number of trending terms, because those of one event stand together';

CREATE OR REPLACE VIEW "keyness" AS SELECT
  "comparison",
  "side",
  "rank",
  "term",
  "articles_a",
  "articles_b",
  "rate_a",
  "rate_b",
  "log_odds",
  "z",
  "q"
FROM read_parquet(getvariable('broadsheet_run') || '/keyness/*.parquet');
COMMENT ON VIEW "keyness" IS 'One of the 50 terms that a set of articles has most above another: the last period against all others, each of the ten largest sources against the rest, and the ranges of --compare; originals in the language of the model. Verbs and their like, as the corpus uses them, are left out.';
COMMENT ON COLUMN "keyness"."comparison" IS 'a against b: 2026-W48 against the rest, source news.example against the rest, or two ranges of days';
COMMENT ON COLUMN "keyness"."side" IS 'a or b, whichever has the term more often';
COMMENT ON COLUMN "keyness"."rank" IS '1 is the surest, by z';
COMMENT ON COLUMN "keyness"."term" IS 'as in terms';
COMMENT ON COLUMN "keyness"."articles_a" IS 'articles of a that have the term';
COMMENT ON COLUMN "keyness"."articles_b" IS 'articles of b that have it';
COMMENT ON COLUMN "keyness"."rate_a" IS 'articles_a over all articles of a';
COMMENT ON COLUMN "keyness"."rate_b" IS 'articles_b over all articles of b';
COMMENT ON COLUMN "keyness"."log_odds" IS 'ln of the odds in a over the odds in b, drawn to the rate in the whole corpus (informative Dirichlet prior); above 0 for side a';
COMMENT ON COLUMN "keyness"."z" IS 'log_odds in standard deviations';
COMMENT ON COLUMN "keyness"."q" IS 'false discovery rate among the terms of the comparison that may be here';

CREATE OR REPLACE VIEW "stories" AS SELECT
  "story_id",
  "title",
  "articles",
  "sources",
  "first_published",
  "last_published",
  "topic_id"
FROM read_parquet(getvariable('broadsheet_run') || '/stories/*.parquet');
COMMENT ON VIEW "stories" IS 'A story: two or more articles with one text, word for word or nearly; versions of an article under its own URL are none.';
COMMENT ON COLUMN "stories"."story_id" IS 'article_id of its first article';
COMMENT ON COLUMN "stories"."title" IS 'of the first article';
COMMENT ON COLUMN "stories"."articles" IS 'how many printed it, duplicates too';
COMMENT ON COLUMN "stories"."sources" IS 'how many sources these have';
COMMENT ON COLUMN "stories"."first_published" IS 'day of the earliest; null if none has one';
COMMENT ON COLUMN "stories"."last_published" IS 'day of the latest';
COMMENT ON COLUMN "stories"."topic_id" IS 'main topic of most of its articles, then the smallest; null if none has one';

CREATE OR REPLACE VIEW "story_articles" AS SELECT
  "story_id",
  "article_id",
  "published",
  "source",
  "similarity",
  "is_first"
FROM read_parquet(getvariable('broadsheet_run') || '/story_articles/*.parquet');
COMMENT ON VIEW "story_articles" IS 'An article of a story. Duplicates are in the story of their original.';
COMMENT ON COLUMN "story_articles"."story_id" IS 'the story';
COMMENT ON COLUMN "story_articles"."article_id" IS 'an article, in this story only; a roundup of several texts is with the one that it has most in common with';
COMMENT ON COLUMN "story_articles"."published" IS 'as in articles';
COMMENT ON COLUMN "story_articles"."source" IS 'as in articles';
COMMENT ON COLUMN "story_articles"."similarity" IS 'runs of three words that it shares with the first article, of all that the two have, without what the source repeats, 0 to 1; a duplicate has its original''s';
COMMENT ON COLUMN "story_articles"."is_first" IS 'whether it is the original that was published first; of one day, the smallest article_id';

CREATE OR REPLACE VIEW "similar_articles" AS SELECT
  "article_id",
  "rank",
  "other_id",
  "similarity"
FROM read_parquet(getvariable('broadsheet_run') || '/similar_articles/*.parquet');
COMMENT ON VIEW "similar_articles" IS 'One of the five articles that are most like an article, of different stories, none of them its own. Articles of one story have the rows of its first.';
COMMENT ON COLUMN "similar_articles"."article_id" IS 'an original article in the language of the model';
COMMENT ON COLUMN "similar_articles"."rank" IS '1 is the most similar';
COMMENT ON COLUMN "similar_articles"."other_id" IS 'the other article, the first of its story';
COMMENT ON COLUMN "similar_articles"."similarity" IS 'cosine of the two articles'' tfidf, 0 to 1; below about 0.2 they may have little more than a word in common';

CREATE OR REPLACE VIEW "names" AS SELECT
  "name",
  "articles",
  "first_seen",
  "last_seen",
  "topic_id"
FROM read_parquet(getvariable('broadsheet_run') || '/names/*.parquet');
COMMENT ON VIEW "names" IS 'A person, a place or an organisation; the 10,000 in most articles. Found in bodies of the model''s language by their capitals; in German those that are written without articles.';
COMMENT ON COLUMN "names"."name" IS 'a person''s full name where the article has it; a company''s without Inc or Ltd';
COMMENT ON COLUMN "names"."articles" IS 'articles it is in, duplicates too; at least 5 originals, fewer in small corpora';
COMMENT ON COLUMN "names"."first_seen" IS 'day of the first of them; null if none has a date';
COMMENT ON COLUMN "names"."last_seen" IS 'day of the last of them; null if none has a date';
COMMENT ON COLUMN "names"."topic_id" IS 'the commonest main topic of these articles; null if none has a topic';

CREATE OR REPLACE VIEW "name_days" AS SELECT
  "name",
  "day",
  "articles",
  "expected",
  "z",
  "q",
  "example_article_id"
FROM read_parquet(getvariable('broadsheet_run') || '/name_days/*.parquet');
COMMENT ON VIEW "name_days" IS 'A name on a day on which it occurs; on the other days it has no articles. Articles without a date or a topic are not in it.';
COMMENT ON COLUMN "name_days"."name" IS 'as in names';
COMMENT ON COLUMN "name_days"."day" IS 'a day with articles that have the name';
COMMENT ON COLUMN "name_days"."articles" IS 'articles of that day that have the name, duplicates too';
COMMENT ON COLUMN "name_days"."expected" IS 'what the name''s usual share makes of that day''s articles with a topic (total in topic_days); null below 7 days with articles';
COMMENT ON COLUMN "name_days"."z" IS 'surprise: the standard normal deviate of so many articles or more by chance';
COMMENT ON COLUMN "name_days"."q" IS 'false discovery rate of all names and days at least as surprising';
COMMENT ON COLUMN "name_days"."example_article_id" IS 'one of these articles: an original, with the name in its title, rather than others; then the shortest';

CREATE OR REPLACE VIEW "days" AS SELECT
  "day",
  "source",
  "articles",
  "duplicates",
  "rejected"
FROM read_parquet(getvariable('broadsheet_run') || '/days/*.parquet');
COMMENT ON VIEW "days" IS 'A source on a day. A day without any article is one row with zeros.';
COMMENT ON COLUMN "days"."day" IS 'every day from the first article''s to the last one''s; null for articles without a date, or with one far from all others or after the run';
COMMENT ON COLUMN "days"."source" IS 'as in articles; null for articles without a URL, and for a day without any article';
COMMENT ON COLUMN "days"."articles" IS 'articles of that source and day, duplicates too';
COMMENT ON COLUMN "days"."duplicates" IS 'of these, duplicates';
COMMENT ON COLUMN "days"."rejected" IS 'records in quarantine, by what could be read of date and URL';

CREATE OR REPLACE VIEW "model_selection" AS SELECT
  "topics",
  "npmi",
  "diversity",
  "exclusivity",
  "score",
  "mixed",
  "seconds",
  "chosen"
FROM read_parquet(getvariable('broadsheet_run') || '/model_selection/*.parquet');
COMMENT ON VIEW "model_selection" IS 'A number of topics that was tried on a sample of the articles, by nmf whatever the algorithm; only the chosen one where it was given.';
COMMENT ON COLUMN "model_selection"."topics" IS 'the number';
COMMENT ON COLUMN "model_selection"."npmi" IS 'mean coherence of the topics, -1 to 1';
COMMENT ON COLUMN "model_selection"."diversity" IS 'part of different terms among all topics'' ten best, 0 to 1';
COMMENT ON COLUMN "model_selection"."exclusivity" IS 'how much these terms belong to one topic, mean, 0 to 1';
COMMENT ON COLUMN "model_selection"."score" IS 'what so many topics gain over one topic (evidence), in nats for each term of an article; in a first run times the cube of the mean share of an article''s main topic, and the fewest topics within 2 % of the best are taken, or more so that mixed is at most 0.025; one that continues another takes as many new topics as score best; 0 where the number was asked for';
COMMENT ON COLUMN "model_selection"."mixed" IS 'part of the articles that are in the topic of a subject with which their own has nothing in common, in a first run; 0 to 1';
COMMENT ON COLUMN "model_selection"."seconds" IS 'wall clock';
COMMENT ON COLUMN "model_selection"."chosen" IS 'whether the run has so many';

CREATE OR REPLACE VIEW "checks" AS SELECT
  "check",
  "level",
  "value",
  "limit",
  "passed",
  "detail"
FROM read_parquet(getvariable('broadsheet_run') || '/checks/*.parquet');
COMMENT ON VIEW "checks" IS 'A check of the audit over the other tables.';
COMMENT ON COLUMN "checks"."check" IS 'what was checked';
COMMENT ON COLUMN "checks"."level" IS 'error: the run is not published; warning: look at it';
COMMENT ON COLUMN "checks"."value" IS 'what was found';
COMMENT ON COLUMN "checks"."limit" IS 'the most that passes';
COMMENT ON COLUMN "checks"."passed" IS 'value is at most limit';
COMMENT ON COLUMN "checks"."detail" IS 'in words';

CREATE OR REPLACE VIEW "stages" AS SELECT
  "stage",
  "seconds",
  "rows"
FROM read_parquet(getvariable('broadsheet_run') || '/stages/*.parquet');
COMMENT ON VIEW "stages" IS 'A stage of the run, in order, up to the audit.';
COMMENT ON COLUMN "stages"."stage" IS 'as shown while the job runs and in Spark''s UI';
COMMENT ON COLUMN "stages"."seconds" IS 'wall clock';
COMMENT ON COLUMN "stages"."rows" IS 'what the stage counts: records, articles, terms, topics, rows';
