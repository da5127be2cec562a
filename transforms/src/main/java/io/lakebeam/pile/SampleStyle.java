package io.lakebeam.pile;

/** How a made-up text is laid out: its sentences, lines and paragraphs. */
enum SampleStyle {
  PROSE,
  PAPER,
  CODE,
  MATHEMATICS,
  CHAT,
  SUBTITLES,
  FOREIGN,
  MAIL,
  /** The same line again and again, as a broken crawl gives. */
  BOILERPLATE,
  /** Lines with bullets. */
  LIST
}
