package dev.broadsheet.articles.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sears <S> rose, Phillips <P> fell & AT&T stood at 3 < 4.",
        "He kept it in C:\\new; a set {a, b} of two.\nAnd #1; of lists (twice);",
        "Dogs; cats & mice: a list {sic}.",
        "The variable var of France, he said; function and form."
      })
  void plainTextIsLeftAsItIs(String text) {
    assertThat(Markup.readBody(text)).isSameAs(text);
  }

  @Test
  void markupIsReadAsABrowserShowsIt() {
    assertThat(
            Markup.readBody(
                    """
                <div class="body"><nav><a href="/">Home</a></nav><p class="lead"><strong>The river
                rose.</strong></p><!-- ad --><script>var a = "<p>";</script><style>p{x:y}</style>
                <p>It fell&nbsp;again&hellip; at R&amp;D &amp;rsquo;s.<br/>Twice.</p>
                <ul><li>One</li><li>Two</li></ul></div>""")
                .replaceAll("\\s*\n\\s*", "|"))
        .isEqualTo("The river rose.|It fell\u00a0again… at R&D ’s.|Twice.|One|Two");
    assertThat(Markup.readBody("One <a href='x'>line</a>.\n\nAnother &amp; more."))
        .as("no block, so its own lines stay")
        .isEqualTo("One line.\n\nAnother & more.");
  }

  @Test
  void entitiesAreDecodedAtMostTwiceAlsoWithoutTheirAmpersand() {
    assertThat(Markup.readTitle("R&amp;amp;D &#8216;for now&#x2019; &amp;amp;lt;"))
        .isEqualTo("R&D ‘for now’ &lt;");
    assertThat(Markup.readBody("It#39;s one that won #39;t cost #36;10, quot;he said quot;."))
        .isEqualTo("It's one that won't cost $10, \"he said \".");
    assertThat(Markup.readBody("Shares of &lt;A HREF=\"http://a.example\"&gt;XX.N&lt;/A&gt; fell."))
        .isEqualTo("Shares of XX.N fell.");
    assertThat(Markup.readTitle(".logo{display: block;width: 330px;} River rises #a b{c:d}"))
        .isEqualTo("River rises");
    assertThat(Markup.readTitle("Sets {a: b} of the river")).isEqualTo("Sets {a: b} of the river");
    assertThat(Markup.readTitle("<b>After</b> a \"gap\"")).isEqualTo("After a \"gap\"");
  }

  @Test
  void aWrittenLineEndIsOne() {
    assertThat(Markup.readBody("It rained.\\nThe river rose\\n\\nIt fell."))
        .isEqualTo("It rained.\nThe river rose\n\nIt fell.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".logo{display: block;text-indent: -1000px;width: 330px;}",
        "p.lead {\n  font-weight: bold;\n  margin: 0 auto;\n}",
        "var mydate = new Date();",
        "window.dataLayer = window.dataLayer || [];",
        "gtag(\"config\", \"UA-0\");",
        "(function(d, s) { d.write(s); })();",
        "if (a < b) { show(a); }",
        "{\"idVideo\": null, \"type\": \"video\"}",
        "I like it: <%= comment.actions.love %>",
        "{{ post.author.display_name }}"
      })
  void linesOfStylesScriptsAndTemplatesAreNoText(String lines) {
    assertThat(Markup.readBody("Rain fell.\n" + lines + "\nThe river rose {again}."))
        .isEqualTo("Rain fell.\nThe river rose {again}.");
  }
}
