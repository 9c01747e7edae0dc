package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The articles most like each article by the cosine of their tfidf, one of a story, without
 * comparing all with all.
 *
 * <p>Every article is in the list of each of its {@value #LISTS} best terms. A list is sorted by
 * the term's weight and cut into groups of {@value #A_GROUP}; all pairs of a group are compared
 * exactly. So an article is compared with at most {@value #LISTS} · {@value #A_GROUP} others,
 * however many there are, and is found by those for which the same word matters as much. What is
 * missed are articles that share only what matters little in one of them.
 */
public final class NearestArticles {
  /** The most that an article has. */
  public static final int MOST = 5;

  private static final int LISTS = 8;
  private static final int A_GROUP = 256;

  private static final ArrayType BEST =
      DataTypes.createArrayType(StructType.fromDDL("term int, weight double"), false);

  private static final StructType PAIR =
      StructType.fromDDL("article_id string, other_id string, similarity double");

  private static final UserDefinedFunction BEST_TERMS =
      udf((UDF1<Vector, Row[]>) NearestArticles::best, BEST);

  private NearestArticles() {}

  /** An article of a group: term indices in ascending order, and their weights. */
  private record Member(String id, int[] terms, double[] weights) {
    double cosine(Member other) {
      double sum = 0;
      int i = 0;
      int j = 0;
      while (i < terms.length && j < other.terms.length) {
        if (terms[i] < other.terms[j]) {
          i++;
        } else if (terms[i] > other.terms[j]) {
          j++;
        } else {
          sum += weights[i++] * other.weights[j++];
        }
      }
      return sum;
    }
  }

  /** Another member of the group. */
  private record Neighbour(String id, double similarity) {
    static final Comparator<Neighbour> NEAREST =
        Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::id);
  }

  /**
   * The nearest articles of each: article_id, rank (1 is the nearest), other_id, similarity. A
   * story is compared as its first article, whose rows all its articles have; so no two of one
   * article's rows are of one story, and none is of its own.
   *
   * @param vectors article_id and tfidf, of length 1
   * @param stories story_id, article_id and published of the articles that are in one
   */
  public static Dataset<Row> of(Dataset<Row> vectors, Dataset<Row> stories) {
    var inOrder =
        Window.partitionBy("story_id")
            .orderBy(col("published").asc_nulls_last(), col("article_id").asc());
    Dataset<Row> members =
        stories
            .join(vectors.select("article_id"), "article_id")
            .withColumn("place", row_number().over(inOrder));
    Dataset<Row> later = members.where(col("place").gt(1)).select("article_id", "story_id");
    Dataset<Row> first =
        members
            .where(col("place").equalTo(1))
            .select(col("article_id").as("first"), col("story_id").as("story"));
    Dataset<Row> nearest = among(vectors.join(later, new String[] {"article_id"}, "left_anti"));
    Dataset<Row> inherited =
        later
            .join(first, col("story_id").equalTo(col("story")))
            .select(col("article_id").as("heir"), col("first"))
            .join(nearest, col("first").equalTo(col("article_id")))
            .select(col("heir").as("article_id"), col("rank"), col("other_id"), col("similarity"));
    return nearest.unionByName(inherited);
  }

  private static Dataset<Row> among(Dataset<Row> vectors) {
    return vectors
        .select(col("article_id"), col("tfidf"), inline(BEST_TERMS.apply(col("tfidf"))))
        .repartition(col("term"))
        .sortWithinPartitions(col("term").asc(), col("weight").desc(), col("article_id").asc())
        .select("term", "article_id", "tfidf")
        .mapPartitions((MapPartitionsFunction<Row, Row>) Pairs::new, Encoders.row(PAIR))
        .groupBy("article_id")
        .agg(
            slice(
                    sort_array(
                        collect_set(
                            struct(negate(col("similarity")).as("distance"), col("other_id")))),
                    1,
                    MOST)
                .as("others"))
        .select(col("article_id"), posexplode(col("others")))
        .select(
            col("article_id"),
            col("pos").plus(1).as("rank"),
            col("col.other_id"),
            negate(col("col.distance")).as("similarity"));
  }

  private static Row[] best(Vector tfidf) {
    SparseVector vector = tfidf.toSparse();
    double[] weights = vector.values();
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -weights[i])
                .thenComparing(i -> vector.indices()[i]))
        .limit(LISTS)
        .map(i -> RowFactory.create(vector.indices()[i], weights[i]))
        .toArray(Row[]::new);
  }

  /** The nearest others in every group of a partition, which is sorted by term. */
  private static final class Pairs implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Row next;
    private Iterator<Row> pairs = List.<Row>of().iterator();

    Pairs(Iterator<Row> rows) {
      this.rows = rows;
      next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!pairs.hasNext() && next != null) {
        pairs = nearest(group()).iterator();
      }
      return pairs.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return pairs.next();
    }

    private List<Member> group() {
      List<Member> group = new ArrayList<>();
      int term = next.getInt(0);
      while (next != null && next.getInt(0) == term && group.size() < A_GROUP) {
        SparseVector tfidf = next.<Vector>getAs(2).toSparse();
        group.add(new Member(next.getString(1), tfidf.indices(), tfidf.values()));
        next = rows.hasNext() ? rows.next() : null;
      }
      return group;
    }

    private static List<Row> nearest(List<Member> group) {
      int n = group.size();
      double[][] cosines = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          cosines[i][j] = group.get(i).cosine(group.get(j));
          cosines[j][i] = cosines[i][j];
        }
      }
      List<Row> pairs = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        for (Neighbour other : nearest(group, i, cosines[i])) {
          pairs.add(RowFactory.create(group.get(i).id(), other.id(), other.similarity()));
        }
      }
      return pairs;
    }

    private static List<Neighbour> nearest(List<Member> group, int self, double[] cosines) {
      List<Neighbour> best = new ArrayList<>(MOST + 1);
      for (int j = 0; j < cosines.length; j++) {
        var other = new Neighbour(group.get(j).id(), cosines[j]);
        boolean full = best.size() == MOST;
        if (j == self || (full && Neighbour.NEAREST.compare(best.get(MOST - 1), other) < 0)) {
          continue;
        }
        int place = best.size();
        while (place > 0 && Neighbour.NEAREST.compare(other, best.get(place - 1)) < 0) {
          place--;
        }
        best.add(place, other);
        if (full) {
          best.remove(MOST);
        }
      }
      return best;
    }
  }
}
