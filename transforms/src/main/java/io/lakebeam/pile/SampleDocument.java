package io.lakebeam.pile;

import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SplitMix64;
import java.nio.charset.StandardCharsets;

/** One line of the sample: whose text it has, in which set, and how it is written. */
final class SampleDocument {
  private static final int CONTENTS = 11;
  private static final int KINDS = 12;
  private static final int FORMS = 13;

  /** Kinds of documents, in thousandths. */
  private static final int THOUSAND = 1000;

  private static final int COPIES = 30;
  private static final int COPIES_IN_OTHER_SETS = 40;
  private static final int COPIES_LAID_OUT_OTHERWISE = 50;
  private static final int EDITED_COPIES = 90;
  private static final int NOTICES = 95;
  private static final int NOTICE_TEXTS = 4;

  private final long seed;
  private final long row;
  private final long origin;
  private final int kind;

  private SampleDocument(long seed, long row, long origin, int kind) {
    this.seed = seed;
    this.row = row;
    this.origin = origin;
    this.kind = kind;
  }

  /** The document of a row, from 0. */
  static SampleDocument at(long seed, long row) {
    SplitMix64 random = random(seed, KINDS, row);
    int kind = random.below(THOUSAND);
    return kind < EDITED_COPIES && row > 0
        ? new SampleDocument(seed, row, Math.floorMod(random.next(), row), kind)
        : new SampleDocument(seed, row, row, Math.max(kind, EDITED_COPIES));
  }

  /** Whether its text is the one of an earlier row, if perhaps edited. */
  boolean isCopy() {
    return origin != row;
  }

  /** Appends the line, without its end. */
  void appendTo(LineBuffer line) {
    SplitMix64 form = random(seed, FORMS, row);
    SplitMix64 content = random(seed, CONTENTS, origin);
    SampleSet set = SampleSet.draw(content);
    String name = (inOtherSet() ? SampleSet.draw(form) : set).setName();
    int variant = form.below(THOUSAND);
    line.append(variant == 0 ? "{" + meta(name) + ", \"text\": \"" : "{\"text\": \"");
    appendText(set, content, form, line);
    if (variant == 0) {
      line.append("\", \"id\": 17, \"tags\": [null, {\"a\": 1e3}]}");
    } else if (variant == 1) {
      line.append("\", \"meta\": {}}");
    } else {
      line.append("\", " + meta(name) + "}");
    }
  }

  private static String meta(String setName) {
    return "\"meta\": {\"pile_set_name\": \"" + setName + "\"}";
  }

  private boolean inOtherSet() {
    return isCopy() && kind >= COPIES && kind < COPIES_IN_OTHER_SETS;
  }

  private void appendText(SampleSet set, SplitMix64 content, SplitMix64 form, LineBuffer line) {
    if (!isCopy() && kind < NOTICES) {
      line.append(
          "This page needs JavaScript to show its content. Please switch it on in the settings of"
              + " your browser, and load the page again. Error "
              + form.below(NOTICE_TEXTS));
      return;
    }
    SampleWriter writer = new SampleWriter(line, content);
    SampleText text = new SampleText(writer, form.below(2) == 0);
    if (isCopy() && kind >= COPIES_LAID_OUT_OTHERWISE) {
      writer.editWith(new SplitMix64(form.next()), 16 << form.below(5));
    } else if (isCopy() && kind >= COPIES_IN_OTHER_SETS) {
      writer.layOutWith(new SplitMix64(form.next()));
    }
    text.write(style(set, content), set.drawBytes(content));
    appendEnd(content, text);
  }

  private static SampleStyle style(SampleSet set, SplitMix64 content) {
    int drawn = content.below(THOUSAND);
    if (drawn < 10) {
      return SampleStyle.BOILERPLATE;
    }
    if (drawn < 20) {
      return SampleStyle.LIST;
    }
    return drawn < 40 ? SampleStyle.FOREIGN : set.style();
  }

  private static void appendEnd(SplitMix64 content, SampleText text) {
    int drawn = content.below(THOUSAND);
    if (drawn < 40) {
      text.paragraph("copyright " + (1990 + content.below(30)) + " by the authors");
    } else if (drawn < 60) {
      text.paragraph("Copyright Act, section " + content.below(100));
    } else if (drawn < 160) {
      text.paragraph(contact(content));
    }
  }

  private static String contact(SplitMix64 random) {
    String name = word(SampleWords.NAMES, random);
    String host = word(SampleWords.NOUNS, random);
    switch (random.below(3)) {
      case 0:
        return "Write to " + name + "@" + host + ".example.org for details.";
      case 1:
        return "Call (555) " + (200 + random.below(800)) + "-" + (1000 + random.below(9000)) + ".";
      default:
        return "Joined from 10." + random.below(256) + ".0." + random.below(256) + " as " + name;
    }
  }

  private static String word(byte[][] words, SplitMix64 random) {
    return new String(words[random.below(words.length)], StandardCharsets.US_ASCII);
  }

  private static SplitMix64 random(long seed, int purpose, long row) {
    return new SplitMix64(SplitMix64.hash(SplitMix64.hash(seed, purpose), row));
  }
}
