package dev.broadsheet.articles.records;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The four fields of an article, with the names that archives give them. The field's own name comes
 * before all others, in any case.
 */
public enum ArticleField {
  TITLE(
      """
          headline webtitle headlinemain articletitle articleheadline newsheadline newstitle posttitle fieldsheadline
          headlines storytitle pagetitle titel titre título titulo titolo überschrift
          schlagzeile títol tytuł cím titlu rubrik otsikko заголовок başlık عنوان العنوان
          כותרת 标题 標題 题目 題目 タイトル 見出し 題名 제목 शीर्षक name
          """,
      """
          headlinetext titlerendered titlemain heading subject titletext highlights snippet
          summary
          """),
  DATE(
      """
          published publishedat publisheddate publishdate publishedon publicationdate
          datepublished datepublish pubdate webpublicationdate publishedtime publishtime
          publicationtime datepublication dategmt postdate articledate datetime
          timestamp seendate isodate firstpublished postedat datum fecha tarih дата التاريخ 日期
          日付 日時 发布时间 發布時間 发布日期 날짜 작성일 datedepublication datedeparution datadipubblicazione
          datadepublicação datadepublicacao fechadepublicación veröffentlichungsdatum
          erscheinungsdatum publikationsdatum yayıntarihi датапубликации تاريخالنشر 公開日 公開日時
          掲載日 fechapublicacion fechadepublicacion datapubblicazione datapublicacao
          publishup contentcreated createdat created createdutc
          """,
      """
          data day time updatedat updated crawled datedownload publishts pubts ts unixtime eventdate
          """),
  URL(
      """
          link weburl permalink articleurl canonicalurl sourceurl shorturl uri href
          articlelink pageurl originalurl mainentityofpage mainentityofpageid lien enlace
          bağlantı ссылка 网址 網址 链接 連結 リンク 링크
          """,
      """
          address guid
          """),
  BODY(
      """
          fulltext fullcontent fullarticle content text maintext articlebody bodytext
          plaincontent postcontent articletext fieldsbodytext contentrendered articlecontent
          plaintext contentencoded bodyhtml contenthtml newstext selftext inhalt contenu
          contenido contenuto cuerpo corpo volltext artikeltext treść tekst szöveg текст metin
          içerik النص المحتوى תוכן 正文 内容 內容 本文 본문 내용 conteúdo conteudo textedelarticle
          testodellarticolo textodelartículo textodelanoticia habermetni نصالخبر 文章内容 記事本文
          texte texto testo article story description
          """,
      """
          document main contenttext summarycontent shortdescription desc leadparagraph
          bodyrendered bodycontent contentscontent summary abstract excerpt lead standfirst
          transcript html snippet headlinetext
          """);

  private static final int LONG_NAME = 5;
  private static final int FIRST_IDEOGRAPH = 0x3000;
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

  private final List<String> synonyms;
  private final List<String> hints;

  ArticleField(String synonyms, String hints) {
    this.synonyms = List.of(synonyms.split("\\s+"));
    this.hints = List.of(hints.split("\\s+"));
  }

  /** The name in {@code --columns} and in files that keep to the contract. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names that are taken for this field where its own is missing, in order of preference. */
  public List<String> synonyms() {
    return synonyms;
  }

  /** Names that are only proposed, as they may also mean something else. */
  public List<String> hints() {
    return hints;
  }

  /** Whether a name has one of this field in it that is too long to be there by chance. */
  public boolean isNamedIn(String name) {
    String plain = plain(name);
    return Stream.concat(Stream.of(label()), synonyms.stream())
        .filter(known -> known.length() >= (isIdeographic(known) ? 2 : LONG_NAME))
        .anyMatch(plain::contains);
  }

  private static boolean isIdeographic(String name) {
    return name.codePoints().anyMatch(c -> c > FIRST_IDEOGRAPH);
  }

  /** A name as it is compared: in lower case, letters and digits only. */
  public static String plain(String name) {
    return MARKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
