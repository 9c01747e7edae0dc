package dev.broadsheet.articles.identity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/** The addresses under which different articles are, as those of a home page or a feed. */
public final class SharedAddresses implements Serializable {
  private static final long serialVersionUID = 1;

  /** So many are told. */
  private static final int MOST = 3;

  static final SharedAddresses NONE = new SharedAddresses(0, new ArrayList<>());

  /** An address, and how many articles are under it. */
  public static final class Shared implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Comparator<Shared> MOST_FIRST =
        Comparator.comparingLong(Shared::articles)
            .reversed()
            .thenComparing(shared -> UTF8String.fromString(shared.address));

    private final String address;
    private final long articles;

    private Shared(String address, long articles) {
      this.address = address;
      this.articles = articles;
    }

    public String address() {
      return address;
    }

    public long articles() {
      return articles;
    }
  }

  private final long articles;
  private final ArrayList<Shared> first;

  private SharedAddresses(long articles, ArrayList<Shared> first) {
    this.articles = articles;
    this.first = first;
  }

  /** Of all rows with one key. */
  static SharedAddresses of(List<Version> versions) {
    String address = versions.get(0).address();
    int different = address == null ? 1 : ArticleId.assign(versions).size();
    return different == 1
        ? NONE
        : new SharedAddresses(different, new ArrayList<>(List.of(new Shared(address, different))));
  }

  SharedAddresses and(SharedAddresses other) {
    return new SharedAddresses(
        articles + other.articles,
        Stream.concat(first.stream(), other.first.stream())
            .sorted(Shared.MOST_FIRST)
            .limit(MOST)
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /** How many articles are under such an address. */
  public long articles() {
    return articles;
  }

  /** The three that most articles share. */
  public List<Shared> first() {
    return List.copyOf(first);
  }
}
