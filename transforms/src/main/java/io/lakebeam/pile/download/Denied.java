package io.lakebeam.pile.download;

import io.lakebeam.http.Unavailable;
import java.time.Duration;

/**
 * The server behind Kaggle's redirects denies access. Its addresses are valid for a while, and
 * every attempt is given a new one, so to ask again may help.
 */
final class Denied extends Unavailable {
  private static final long serialVersionUID = 1;

  Denied(int status) {
    super("the storage denies access, status " + status, (Duration) null);
  }
}
