package io.lakebeam.pile;

import io.lakebeam.sample.LineDefect;
import io.lakebeam.sample.SplitMix64;

/** How a line of the sample is spoiled. */
enum SampleDocumentDefect implements LineDefect {
  CUT_SHORT {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return line.substring(0, 1 + random.below(line.length() - 1));
    }
  },
  NOT_AN_OBJECT {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return random.oneOf("[" + line + "]", "null", "42", "\"text\"", "true");
    }
  },
  MORE_BEHIND_IT {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return line + random.oneOf(" {}", "}", ",", " x");
    }
  },
  NOT_UTF_8 {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      // A stray continuation, an overlong slash, a surrogate, the start of a character cut short.
      return intoText(line, random.oneOf("\u0080", "\u00C0\u00AF", "\u00ED\u00A0\u0080", "\u00E2"));
    }
  },
  LONE_SURROGATE {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return intoText(line, random.oneOf("\\ud83d", "\\udc00", "\\ud83d\\ud83d\\ude00"));
    }
  },
  BAD_ESCAPE {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return intoText(line, random.oneOf("\\x41", "\\u12g4", "\\'"));
    }
  },
  RAW_CONTROL_CHARACTER {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return intoText(line, random.oneOf("\u0001", "\t", "\u001F"));
    }
  },
  NO_TEXT {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return line.replace("\"text\": \"", "\"Text\": \"");
    }
  },
  TEXT_IS_NO_STRING {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return random.oneOf("{\"text\": null}", "{\"text\": 1.5}", "{\"text\": [\"a\"]}");
    }
  },
  SET_NAME_IS_NO_STRING {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      String name = random.oneOf("7", "[\"Github\"]", "{\"name\": \"Github\"}", "false");
      return "{\"text\": \"A text.\", \"meta\": {\"pile_set_name\": " + name + "}}";
    }
  },
  SINGLE_QUOTES {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return "{'text': 'A text.', 'meta': {'pile_set_name': 'Github'}}";
    }
  };

  private static String intoText(String line, String flaw) {
    String key = "\"text\": \"";
    int begin = line.indexOf(key) + key.length();
    return line.substring(0, begin) + flaw + line.substring(begin);
  }
}
