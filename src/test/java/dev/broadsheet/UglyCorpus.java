package dev.broadsheet;

import java.nio.charset.StandardCharsets;

/** A small archive with everything that goes wrong in large ones, and two plain topics. */
public final class UglyCorpus {
  private static final String[] FLOOD = {
    "The river rose over its banks and the flood reached the old bridge before dawn.",
    "Sandbags held back the flood, but the river still rose and the bridge was closed.",
    "Rescue boats crossed the flooded river after the levee at the bridge gave way.",
    "The levee held while the river fell, and rescue boats left the bridge.",
    "Rain fell on the river for nine days until the levee and the bridge were lost.",
    "Boats brought sandbags to the levee as the river rose under the bridge."
  };
  private static final String[] BANK = {
    "The bank raised its interest rate and shareholders of the lender sold their shares.",
    "Shareholders of the bank want a dividend now that the interest rate is high.",
    "A lender offered shares for the bank, whose shareholders asked for a dividend.",
    "The interest rate rose, so the lender paid a dividend to the shareholders of the bank.",
    "Shares of the lender fell after the bank cut its dividend and its interest rate.",
    "The bank lost money on loans and shareholders of the lender sold shares for a dividend."
  };

  private UglyCorpus() {}

  /** Writes it into a folder. */
  public static Corpus write(java.nio.file.Path folder) {
    var corpus = new Corpus(folder);
    for (int i = 0; i < FLOOD.length; i++) {
      corpus.article(
          "flood" + i + ".txt",
          "Flood on the river " + i,
          "2022010" + (1 + i),
          "https://www.valley.example/flood/" + i,
          FLOOD[i]);
    }
    var bank = new StringBuilder("url,title,body,date\n");
    for (int i = 0; i < BANK.length; i++) {
      bank.append(
          "https://ledger.example/bank/%d?utm_source=x,\"Bank, \"\"%d\"\"\",\"%s\n%s\",2022-01-0%d\n"
              .formatted(i, i, BANK[i], BANK[(i + 1) % BANK.length], 3 + i));
    }
    corpus.file("bank.csv.gz", bank + "only,two\n,No body,,20220101\n");
    corpus
        .article("gap.txt", "<b>After</b> a \"gap\"\t🦊", "20220112", "", FLOOD[0] + " " + FLOOD[1])
        .article(
            "same-url.txt",
            "New",
            "20220109",
            "https://www.valley.example/flood/0#x",
            FLOOD[2] + FLOOD[0])
        .article(
            "reprint.txt",
            "Reprint",
            "20220104",
            "https://ledger.example/r",
            FLOOD[2].toUpperCase())
        .article(
            "stop.txt", "Only this", "20220104", "https://ledger.example/s", "It was what it is.")
        .article("undated.txt", "Undated", "", "https://ledger.example/u", BANK[0] + " " + BANK[3])
        .article(
            "de.txt",
            "Hochwasser",
            "20220104",
            "https://de.example/1",
            "Der Fluss ist nach tagelangem Regen über die Ufer getreten und hat mehrere Dörfer überschwemmt, teilte die Feuerwehr am Mittwoch mit.")
        .article(
            "fr.txt",
            "Crue",
            "20220104",
            "https://fr.example/1",
            "La rivière est sortie de son lit après plusieurs jours de pluie et a inondé plusieurs villages de la vallée, ont annoncé les pompiers.")
        .article(
            "es.txt",
            "Crecida",
            "20220104",
            "https://es.example/1",
            "El río se desbordó tras varios días de lluvia e inundó varios pueblos del valle, según informaron los bomberos este miércoles por la mañana.")
        .article(
            "ru.txt",
            "Наводнение",
            "20220104",
            "https://ru.example/1",
            "После нескольких дней дождя река вышла из берегов и затопила несколько деревень в долине, сообщили в среду спасатели.")
        .article("bad-date.txt", "Bad date", "20220230", "https://ledger.example/d", "Body.")
        .article("bad-url.txt", "Bad URL", "20220104", "javascript:alert(1)", "Body.")
        .file("empty.txt", "")
        .file("no-title.txt", "20220101\nhttps://ledger.example/t\nBody of it.\n")
        .file("binary.txt", new byte[] {1, 2, 0, 3})
        .file("latin1.txt", "Fällt\n20220101\n\nRegen".getBytes(StandardCharsets.ISO_8859_1))
        .file("large.txt", "Large\n20220101\n\n" + "x".repeat(3000))
        .file("deep/er/crlf.txt", "\uFEFFWindows\r\n20220105\r\n\r\n" + BANK[1] + "\r\n")
        .file(
            "lines.jsonl",
            "{\"title\":\"Line\",\"date\":\"20220105\",\"body\":\"%s %s\"}\n{\"title\":\"Half\n"
                .formatted(BANK[2], BANK[4]))
        .file("notes.md", "not an article");
    return corpus;
  }
}
