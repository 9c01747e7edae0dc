package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.BesideArticles;
import java.util.List;

/** The values of a row by the names of their columns. */
record CsvFields(List<String> names, List<byte[]> values) implements BesideArticles.Cells {
  @Override
  public boolean has(String name) {
    return CsvHeader.index(names, name) >= 0;
  }

  @Override
  public String text(String name) {
    int at = CsvHeader.index(names, name);
    return at < 0 ? "" : Utf8.lenient(values.get(at), values.get(at).length).strip();
  }
}
