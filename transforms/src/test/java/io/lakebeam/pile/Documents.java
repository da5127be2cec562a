package io.lakebeam.pile;

import java.nio.charset.StandardCharsets;

/** Documents for tests. */
final class Documents {
  private Documents() {}

  /** A document of no set, somewhere in an array. */
  static Document of(String text) {
    return of(null, text);
  }

  static Document of(String setName, String text) {
    byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
    Document document = new Document();
    document.getText().set(bytes, 1, bytes.length - 2);
    document.set(text.codePointCount(0, text.length()), setName);
    return document;
  }
}
