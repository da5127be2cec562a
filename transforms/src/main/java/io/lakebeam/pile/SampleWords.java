package io.lakebeam.pile;

import java.nio.charset.StandardCharsets;

/** The words of made-up texts, each as it stands in a JSON string. */
final class SampleWords {
  static final byte[][] NOUNS =
      escaped(
          "time year people way day man thing woman life child world school state family student"
              + " group country problem hand part place case week company system program question"
              + " work government number night point home water room mother area money story fact"
              + " month lot right study book eye job word business issue side kind head house service"
              + " friend father power hour game line end member law car city community name president"
              + " team minute idea body information back parent face others level office door health"
              + " person art war history party result change morning reason research girl guy moment"
              + " air teacher force education foot boy age policy process music market sense nation"
              + " plan college interest death experience effect use class control field development"
              + " role effort rate heart drug show leader light voice wife police mind price report"
              + " decision son view relationship town road arm difference value building action season"
              + " society tax director position player record paper space ground form event official"
              + " matter center couple site project base star table court production treatment hair"
              + " seat bank signal patent cell protein sample river winter summer harvest machine"
              + " engine letter pressure temperature surface material method theory equation network"
              + " kernel package compiler argument verdict plaintiff statute clause contract island"
              + " mountain captain ship bridge tower garden kitchen silence memory dream shadow stone");
  static final byte[][] ADJECTIVES =
      escaped(
          "good new first last long great little own other old big high different small large next"
              + " early young important few public bad same able local sure social late hard major"
              + " better economic strong possible whole free military true federal international full"
              + " special easy clear recent certain personal open red difficult available likely"
              + " short single medical current wrong private past foreign fine common poor natural"
              + " significant similar hot dead central happy serious ready simple left physical"
              + " general environmental financial blue democratic dark various entire close legal"
              + " religious cold final main green nice huge popular traditional cultural silent"
              + " narrow distant bright ancient modern quiet heavy gentle brief curious broken");
  static final byte[][] VERBS =
      escaped(
          "found gave told worked called tried asked needed felt became left put meant kept let"
              + " began seemed helped talked turned started showed heard played ran moved liked lived"
              + " believed held brought happened wrote provided sat stood lost paid met included"
              + " continued set learned changed led understood watched followed stopped created spoke"
              + " read allowed added spent grew opened walked won offered remembered loved considered"
              + " appeared bought waited served died sent expected built stayed fell cut reached"
              + " killed remained suggested raised passed sold required reported decided pulled"
              + " measured observed described increased reduced affected compared determined revealed"
              + " crossed carried covered divided joined touched improved rejected confirmed");
  static final byte[][] LINKS =
      escaped(
          "of in with on for from about into near behind between against under after before without");
  static final byte[][] STARTS =
      escaped("The A This That Every Another His Her Our Their Some Neither Its My Your Any");
  static final byte[][] ARTICLES =
      escaped("the a this that every another his her our their some each its my your any");
  static final byte[][] NAMES =
      escaped(
          "alice bob carol dave erin frank grace heidi ivan judy mallory niaj olivia peggy rupert"
              + " sybil trent victor walter zoe");
  static final byte[][] CODE =
      escaped(
          "buffer index count value result node parent child size offset length key name path file"
              + " stream reader writer handler request response context options config state cache");
  static final byte[][] SYMBOLS =
      escaped("\\alpha \\beta \\gamma \\frac{1}{2} \\sum_i \\infty x^2 \\mathbb{R} f(x) \\epsilon");

  private static final String[] FOREIGN = {
    "η και το να της που με για από είναι στο δεν θα στην ότι αυτό κύριε πρόεδρε ευρωπαϊκή ένωση",
    "и в не на что я быть он с как это по но они к у ты из мы за вы так же от сказать этот который",
    "的 一 是 不 了 人 我 在 有 他 这 为 之 大 来 以 个 中 上 们 到 说 国 和 地 也 子 时 道 出 而 要",
    "في من على أن إلى هذا التي كان عن مع هذه كل بعد بين قد ما لا هو هي أو كما عند حتى لم ذلك",
    "है के में की को से का और पर यह कि नहीं हैं एक भी ने वह ही कर लिए जो तो हो गया था",
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein Größe über können",
    "le la les des était où être même après façon déjà élève garçon Noël cœur voilà très été",
    "\uD83D\uDE00 \uD83D\uDC4D ok \uD83C\uDF89 yes \uD83D\uDE80 wow \uD835\uDD38 \uD83C\uDDEA\uD83C\uDDFA"
  };
  private static final byte[][][] FOREIGN_PLAIN = plain();
  private static final byte[][][] FOREIGN_ESCAPED = escaped();

  private SampleWords() {}

  /** How many languages and scripts beside English there are. */
  static int languages() {
    return FOREIGN.length;
  }

  /**
   * Words of another language, in UTF-8 or as ASCII.
   *
   * @param ascii whether other characters stand as four hexadecimal digits
   */
  static byte[][] foreign(int language, boolean ascii) {
    return (ascii ? FOREIGN_ESCAPED : FOREIGN_PLAIN)[language];
  }

  private static byte[][][] plain() {
    byte[][][] words = new byte[FOREIGN.length][][];
    for (int language = 0; language < FOREIGN.length; language++) {
      String[] split = FOREIGN[language].split(" ");
      words[language] = new byte[split.length][];
      for (int word = 0; word < split.length; word++) {
        words[language][word] = split[word].getBytes(StandardCharsets.UTF_8);
      }
    }
    return words;
  }

  private static byte[][][] escaped() {
    byte[][][] words = new byte[FOREIGN.length][][];
    for (int language = 0; language < FOREIGN.length; language++) {
      words[language] = escaped(FOREIGN[language]);
    }
    return words;
  }

  private static byte[][] escaped(String words) {
    String[] split = words.split(" ");
    byte[][] bytes = new byte[split.length][];
    for (int i = 0; i < split.length; i++) {
      bytes[i] = escape(split[i]).getBytes(StandardCharsets.US_ASCII);
    }
    return bytes;
  }

  private static String escape(String word) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\') {
        escaped.append("\\\\");
      } else if (c < 0x80) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.toString();
  }
}
