package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void charactersThatNobodySeesAreNone() {
    assertThat(PlainText.of("\ufeffgovern\u00adment in\u200bflation \u2060bank\u200f"))
        .isEqualTo("government inflation bank");
  }

  @Test
  void lettersAreTheSameHoweverTheyAreDrawn() {
    assertThat(PlainText.of("of\ufb01ce \uff29\uff2d\uff26 cafe\u0301 \ud835\uddd5ank"))
        .isEqualTo("office IMF caf\u00e9 Bank");
    assertThat(PlainText.of("น้ำ ½ Acme\u2122 m\u00b2")).isEqualTo("น้ำ ½ Acme\u2122 m\u00b2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2018", "\u2019", "\u201b", "\u02bc", "\u2032", "`", "\u00b4", "'"})
  void anApostropheIsOneWhicheverSignIsUsed(String sign) {
    assertThat(PlainText.of("wasn" + sign + "t")).isEqualTo("wasn't");
  }

  @Test
  void theLetterThatIsAnApostropheIsOneBehindAWord() {
    assertThat(PlainText.of("the workers\u02bc union")).isEqualTo("the workers' union");
  }

  @Test
  void quotationMarksAreNoApostrophes() {
    assertThat(PlainText.of("`so\u2018 \u2018no")).isEqualTo("`so\u2018 \u2018no");
  }

  @Test
  void wordsThatALineEndHasPartedAreWhole() {
    assertThat(PlainText.of("the vacci-\nnation of in\u00ad\r\n fants, Franco-\nGerman"))
        .isEqualTo("the vaccination of infants, Franco-\nGerman");
  }

  @Test
  void wordsThatASpaceHasPartedAreWhole() {
    assertThat(PlainText.of("She 's sure they did n't and wouldn 't"))
        .isEqualTo("She's sure they didn't and wouldn't");
  }

  @Test
  void marksOfEmphasisAreNoPartOfAWord() {
    assertThat(PlainText.of("It is _not_ the __whole utm_source_ of _a b_."))
        .isEqualTo("It is  not  the  whole utm_source  of  a b .");
  }

  @Test
  void addressesOfPagesAndPeopleAreNoText() {
    assertThat(
            PlainText.of("RT @one_two: see https://a.example/b?c=d, www.b.example or x@y.example"))
        .isEqualTo(" |   | : see  |   |  or x@y.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://a.example/b",
        "http:a",
        "Ftp://a.example",
        "WWW.a.example",
        "\uff48ttp://a",
        "@a"
      })
  void anAddressIsNoTextInWhateverLetters(String address) {
    assertThat(PlainText.of("Steps: see " + address)).isEqualTo("Steps: see  | ");
  }

  @Test
  void aLetterIsTheSameWhereverItStands() {
    assertThat(PlainText.of("\ufb01 \u00e9 \u2122 \u200b\ufb01 \u00e9 \u2122"))
        .isEqualTo("fi \u00e9 \u2122 fi \u00e9 \u2122");
  }

  @Test
  void statementsOfProgramsAreNoText() {
    assertThat(
            PlainText.of(
                "The river rose.\nvar now=new Date(); var y = 1\nidVideo = null; x();\n"
                    + "$(function() { go(); });\npage.write(1);\nIt fell (by 1 = one metre);"))
        .isEqualTo("The river rose.\n | \n | \n$( | \n | \nIt fell (by 1 = one metre);");
    assertThat(PlainText.of("The function (of it) let him see: true or null; no."))
        .isEqualTo("The function (of it) let him see: true or null; no.");
  }

  @Test
  void whatTradersReadBehindACompanysNameIsNoText() {
    assertThat(
            PlainText.of(
                "Boeing (BA.N: Quote, Profile, Research) and Airbus (Paris: EAD), eBay (nasdaq: EBAY"
                    + " - news - people ), GE (NYSE:GE) and Embraer (EMBR4.SA: Quote) rose."))
        .isEqualTo("Boeing  |  and Airbus (Paris: EAD), eBay  | , GE  |  and Embraer  |  rose.");
    assertThat(PlainText.of("He spoke (U.S.: a first), and left (LSE: Mr Smith)."))
        .isEqualTo("He spoke (U.S.: a first), and left (LSE: Mr Smith).");
  }

  @Test
  void spanishAbbreviationsInThePluralAreOneWord() {
    assertThat(PlainText.of("EE. UU., EE.UU. y EE UU")).isEqualTo("EEUU., EEUU. y EEUU");
  }

  @Test
  void theWordThatANewsServiceCutIsNone() {
    assertThat(PlainText.of("The river rose and the gov\u2026 [+1234 chars]"))
        .isEqualTo("The river rose and the  | ");
  }

  @Test
  void hyphensAreOneSign() {
    assertThat(PlainText.of("co\u2011operation e\u2010mail")).isEqualTo("co-operation e-mail");
  }
}
