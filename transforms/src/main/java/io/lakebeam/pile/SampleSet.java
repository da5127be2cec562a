package io.lakebeam.pile;

import io.lakebeam.sample.SplitMix64;

/**
 * The 22 sets of the Pile with their sizes, from table 1 of Gao et al., The Pile: An 800GB Dataset
 * of Diverse Text for Language Modeling (arXiv:2101.00027): the effective size, which repeats some
 * sets, and the mean size of a document.
 */
enum SampleSet {
  PILE_CC("Pile-CC", 227.12, 4.33, SampleStyle.PROSE),
  PUBMED_CENTRAL("PubMed Central", 180.55, 30.55, SampleStyle.PAPER),
  BOOKS3("Books3", 151.44, 538.36, SampleStyle.PROSE),
  OPEN_WEB_TEXT_2("OpenWebText2", 125.54, 3.85, SampleStyle.PROSE),
  ARXIV("ArXiv", 112.42, 46.61, SampleStyle.PAPER),
  GITHUB("Github", 95.16, 5.25, SampleStyle.CODE),
  FREE_LAW("FreeLaw", 76.73, 15.06, SampleStyle.PROSE),
  STACK_EXCHANGE("StackExchange", 64.39, 2.16, SampleStyle.CHAT),
  USPTO_BACKGROUNDS("USPTO Backgrounds", 45.81, 4.08, SampleStyle.PROSE),
  PUBMED_ABSTRACTS("PubMed Abstracts", 38.53, 1.30, SampleStyle.PAPER),
  GUTENBERG("Gutenberg (PG-19)", 27.19, 398.73, SampleStyle.PROSE),
  OPEN_SUBTITLES("OpenSubtitles", 19.47, 30.48, SampleStyle.SUBTITLES),
  WIKIPEDIA("Wikipedia (en)", 19.13, 1.11, SampleStyle.PROSE),
  DM_MATHEMATICS("DM Mathematics", 15.49, 8.00, SampleStyle.MATHEMATICS),
  UBUNTU_IRC("Ubuntu IRC", 11.03, 545.48, SampleStyle.CHAT),
  BOOK_CORPUS_2("BookCorpus2", 9.45, 369.87, SampleStyle.PROSE),
  EURO_PARL("EuroParl", 9.17, 68.87, SampleStyle.FOREIGN),
  HACKER_NEWS("HackerNews", 7.80, 4.92, SampleStyle.CHAT),
  YOUTUBE_SUBTITLES("YoutubeSubtitles", 7.47, 22.55, SampleStyle.FOREIGN),
  PHIL_PAPERS("PhilPapers", 4.76, 73.37, SampleStyle.PAPER),
  NIH_EXPORTER("NIH ExPorter", 3.79, 2.11, SampleStyle.PROSE),
  ENRON_EMAILS("Enron Emails", 1.76, 1.78, SampleStyle.MAIL);

  private static final SampleSet[] ALL = values();
  private static final int MOST_SIZES = 12;
  private static final int UNIT = 1 << 20;

  /** How many documents all sets up to one have: GiB by KiB, scaled. */
  private static final int[] UP_TO = upTo();

  private final String setName;
  private final double gibibytes;
  private final double meanKibibytes;
  private final SampleStyle style;

  SampleSet(String setName, double gibibytes, double meanKibibytes, SampleStyle style) {
    this.setName = setName;
    this.gibibytes = gibibytes;
    this.meanKibibytes = meanKibibytes;
    this.style = style;
  }

  /** A set, each as often as it has documents. */
  static SampleSet draw(SplitMix64 random) {
    int place = random.below(UP_TO[ALL.length - 1]);
    int set = 0;
    while (UP_TO[set] <= place) {
      set++;
    }
    return ALL[set];
  }

  private static int[] upTo() {
    int[] upTo = new int[ALL.length];
    double sum = 0;
    for (int set = 0; set < ALL.length; set++) {
      sum += ALL[set].gibibytes / ALL[set].meanKibibytes;
      upTo[set] = (int) (sum * UNIT);
    }
    return upTo;
  }

  /** As the Pile names it. */
  String setName() {
    return setName;
  }

  SampleStyle style() {
    return style;
  }

  /** Share of the documents, of the bytes divided by the size of a document. */
  double documents() {
    return gibibytes / meanKibibytes;
  }

  double meanBytes() {
    return meanKibibytes * 1024;
  }

  /** A document's bytes: exponentially distributed about the mean, so that most are smaller. */
  int drawBytes(SplitMix64 random) {
    double uniform = (random.below(UNIT) + 0.5) / UNIT;
    return (int) (meanBytes() * Math.min(MOST_SIZES, -StrictMath.log(uniform)));
  }
}
