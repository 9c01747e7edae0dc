package dev.broadsheet.topics;

import dev.broadsheet.topics.NearestArticles.Document;
import dev.broadsheet.topics.NearestArticles.Listed;
import dev.broadsheet.topics.NearestArticles.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple2;

/** Compares the articles in the lists of a part of the terms, group by group. */
final class NearestInPart {
  /** Where an article stands in the list of a term. */
  private record Place(int term, double weight, int document) {}

  private final List<Document> documents = new ArrayList<>();
  private final List<double[]> tfidf = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<List<Neighbour>> nearest = new ArrayList<>();
  private final double[] weights;

  private NearestInPart(int terms) {
    weights = new double[terms];
  }

  /** The nearest others of each article that is in a list with another. */
  static Iterator<Tuple2<String, List<Neighbour>>> of(
      Iterator<Tuple2<Integer, Listed>> articles, double[] idf) {
    var part = new NearestInPart(idf.length);
    articles.forEachRemaining(article -> part.add(article._2(), idf));
    part.compare();
    return IntStream.range(0, part.documents.size())
        .filter(i -> !part.nearest.get(i).isEmpty())
        .mapToObj(i -> new Tuple2<>(part.documents.get(i).id(), part.nearest.get(i)))
        .iterator();
  }

  private void add(Listed article, double[] idf) {
    Document document = article.document();
    double[] all = TermWeights.tfidf(document.terms(), document.counts(), idf);
    for (int i : article.best()) {
      places.add(new Place(document.terms()[i], all[i], documents.size()));
    }
    documents.add(document);
    tfidf.add(all);
    nearest.add(new ArrayList<>(NearestArticles.MOST + 1));
  }

  private void compare() {
    places.sort(
        Comparator.comparingInt(Place::term)
            .thenComparing(Comparator.comparingDouble(Place::weight).reversed())
            .thenComparing(place -> documents.get(place.document()).id()));
    for (int from = 0; from < places.size(); ) {
      int to = from + 1;
      while (to < places.size()
          && to < from + NearestArticles.A_GROUP
          && places.get(to).term() == places.get(from).term()) {
        to++;
      }
      compare(places.subList(from, to));
      from = to;
    }
  }

  private void compare(List<Place> group) {
    for (int i = 1; i < group.size(); i++) {
      int document = group.get(i).document();
      int[] terms = documents.get(document).terms();
      for (int t = 0; t < terms.length; t++) {
        weights[terms[t]] = tfidf.get(document)[t];
      }
      for (int j = 0; j < i; j++) {
        int other = group.get(j).document();
        double cosine = dot(documents.get(other).terms(), tfidf.get(other));
        near(document, other, cosine);
        near(other, document, cosine);
      }
      for (int term : terms) {
        weights[term] = 0;
      }
    }
  }

  private double dot(int[] terms, double[] tfidf) {
    double sum = 0;
    for (int t = 0; t < terms.length; t++) {
      sum += weights[terms[t]] * tfidf[t];
    }
    return sum;
  }

  /** Two articles may be in several lists together. */
  private void near(int document, int other, double cosine) {
    List<Neighbour> best = nearest.get(document);
    boolean full = best.size() == NearestArticles.MOST;
    if (full && cosine < best.get(NearestArticles.MOST - 1).similarity()) {
      return;
    }
    var neighbour = new Neighbour(documents.get(other).id(), cosine);
    int place = best.size();
    while (place > 0 && Neighbour.NEAREST.compare(neighbour, best.get(place - 1)) < 0) {
      place--;
    }
    if (place > 0 && best.get(place - 1).id().equals(neighbour.id())) {
      return;
    }
    best.add(place, neighbour);
    if (full) {
      best.remove(NearestArticles.MOST);
    }
  }
}
