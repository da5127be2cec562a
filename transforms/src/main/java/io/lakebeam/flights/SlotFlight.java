package io.lakebeam.flights;

/** A flight, and the slot that it was fetched for. */
final class SlotFlight {
  private final Slot slot;
  private final Flight flight;

  SlotFlight(Slot slot, Flight flight) {
    this.slot = slot;
    this.flight = flight;
  }

  Slot slot() {
    return slot;
  }

  Flight flight() {
    return flight;
  }
}
