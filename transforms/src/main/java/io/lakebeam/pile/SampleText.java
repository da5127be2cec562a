package io.lakebeam.pile;

/** Writes a made-up text in one of the styles. */
final class SampleText {
  private static final String[] JOINS = {", and", ", but", ";", " that"};

  private final SampleWriter out;
  private final boolean ascii;
  private byte[] topic = {};

  /**
   * @param ascii whether characters beyond ASCII are escaped
   */
  SampleText(SampleWriter out, boolean ascii) {
    this.out = out;
    this.ascii = ascii;
  }

  /** Writes about so many bytes, a sentence or a line at least. */
  void write(SampleStyle style, int length) {
    byte[][] foreign =
        SampleWords.foreign(
            style == SampleStyle.FOREIGN ? out.below(SampleWords.languages()) : 0, ascii);
    int lines = 0;
    while (true) {
      unit(style, foreign, lines);
      if (out.length() >= length) {
        return;
      }
      lines++;
      separate(style, lines);
    }
  }

  /** Adds a paragraph that is given as it stands in JSON. */
  void paragraph(String ascii) {
    out.endParagraph();
    out.write(ascii);
  }

  private void unit(SampleStyle style, byte[][] foreign, int line) {
    switch (style) {
      case CODE:
        code(line);
        return;
      case MATHEMATICS:
        mathematics(line);
        return;
      case CHAT:
        speak();
        return;
      case SUBTITLES:
        subtitle();
        return;
      case FOREIGN:
        out.pick(foreign, 4 + out.below(12));
        out.write(".");
        return;
      case MAIL:
        mail(line);
        return;
      case BOILERPLATE:
        boilerplate(line);
        return;
      case LIST:
        out.write("- ");
        out.pick(SampleWords.NOUNS, 2 + out.below(4));
        return;
      default:
        sentence(style == SampleStyle.PAPER && out.below(8) == 0);
    }
  }

  private void separate(SampleStyle style, int lines) {
    switch (style) {
      case PROSE:
      case PAPER:
      case FOREIGN:
        if (lines % 5 == 0) {
          out.endParagraph();
        } else {
          out.space();
        }
        return;
      default:
        out.endLine();
    }
  }

  private void sentence(boolean formula) {
    clause(SampleWords.STARTS);
    for (int more = out.below(3); more > 0; more--) {
      out.write(JOINS[out.below(JOINS.length)]);
      out.space();
      clause(SampleWords.ARTICLES);
    }
    if (formula) {
      out.space();
      out.write("with");
      out.space();
      out.pick(SampleWords.SYMBOLS);
    }
    out.write(".");
  }

  private void clause(byte[][] articles) {
    out.pick(articles);
    out.space();
    if (out.below(2) == 0) {
      out.pick(SampleWords.ADJECTIVES);
      out.space();
    }
    out.pick(SampleWords.NOUNS);
    out.space();
    out.pick(SampleWords.VERBS);
    out.space();
    out.pick(SampleWords.ARTICLES);
    out.space();
    out.pick(SampleWords.NOUNS);
    out.space();
    out.pick(SampleWords.LINKS);
    out.space();
    out.pick(SampleWords.ARTICLES);
    out.space();
    out.pick(SampleWords.NOUNS);
  }

  private void code(int line) {
    if (line % 6 == 0) {
      out.write("def ");
      out.pick(SampleWords.CODE);
      out.write("_");
      out.pick(SampleWords.NOUNS);
      out.write("(");
      out.pick(SampleWords.CODE);
      out.write("):");
      return;
    }
    out.tab();
    out.pick(SampleWords.CODE);
    out.write(" = ");
    out.pick(SampleWords.NOUNS);
    out.write("[");
    out.write("\\\"");
    out.pick(SampleWords.CODE);
    out.write("\\\"");
    out.write("] + ");
    out.number(1000);
    out.write("  # ");
    out.pick(SampleWords.NOUNS);
  }

  private void mathematics(int line) {
    if (line % 2 == 1) {
      out.number(1000);
      return;
    }
    out.write("Solve ");
    out.number(100);
    out.write("*x + ");
    out.number(1000);
    out.write(" = ");
    out.number(1000);
    out.write(" for x.");
  }

  private void boilerplate(int line) {
    if (line == 0) {
      topic = SampleWords.NOUNS[out.below(SampleWords.NOUNS.length)];
    }
    out.write("Click here to read about the ");
    out.write(topic);
    out.write(" on our ");
    out.write(topic);
    out.write(" page");
  }

  private void speak() {
    out.write("<");
    out.pick(SampleWords.NAMES);
    out.write("> ");
    clause(SampleWords.ARTICLES);
  }

  private void subtitle() {
    out.pick(SampleWords.NOUNS, 1);
    out.space();
    out.pick(SampleWords.VERBS);
    out.space();
    out.pick(SampleWords.NOUNS, 1 + out.below(5));
    out.write(out.below(4) == 0 ? "..." : out.below(2) == 0 ? "?" : "!");
  }

  private void mail(int line) {
    if (line == 0) {
      out.write("Subject: ");
      out.pick(SampleWords.NOUNS, 3);
    } else {
      sentence(false);
    }
  }
}
