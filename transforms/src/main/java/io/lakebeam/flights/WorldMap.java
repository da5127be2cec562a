package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * The Earth as SVG in the equirectangular projection, three units a degree: a net of meridians and
 * parallels, a dot for each flight, and the zones of which nothing is known.
 */
final class WorldMap {
  private static final int UNITS = 3;
  private static final int NET_DEGREES = 30;

  private WorldMap() {}

  static String svg(List<double[]> positions, List<JsonNode> missing) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg id=\"map\" viewBox=\"0 0 1080 540\" role=\"img\" aria-label=\"");
    svg.append(positions.size()).append(" flights on a map of the world\">\n");
    svg.append("<rect class=\"sea\" width=\"1080\" height=\"540\"/>\n<path class=\"grid\" d=\"");
    for (int degrees = NET_DEGREES; degrees < 360; degrees += NET_DEGREES) {
      svg.append('M').append(degrees * UNITS).append(" 0v540");
    }
    for (int degrees = NET_DEGREES; degrees < 180; degrees += NET_DEGREES) {
      svg.append("M0 ").append(degrees * UNITS).append("h1080");
    }
    svg.append("\"/>\n");
    missing.forEach(zone -> svg.append(rectangle(zone)));
    svg.append("<path class=\"flights\" d=\"");
    for (double[] position : positions) {
      // A line of no length has round ends: a dot in few bytes.
      svg.append('M').append(x(position[1])).append(' ').append(y(position[0])).append("h0");
    }
    return svg.append("\"/>\n</svg>").toString();
  }

  private static String rectangle(JsonNode zone) {
    double west = zone.path("west").asDouble();
    double north = zone.path("north").asDouble();
    return String.format(
        Locale.ROOT,
        "<rect class=\"missing\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n",
        x(west),
        y(north),
        tenths((zone.path("east").asDouble() - west) * UNITS),
        tenths((north - zone.path("south").asDouble()) * UNITS));
  }

  private static String x(double longitude) {
    return tenths((longitude + 180) * UNITS);
  }

  private static String y(double latitude) {
    return tenths((90 - latitude) * UNITS);
  }

  private static String tenths(double units) {
    return Zone.plain(Math.round(units * 10) / 10.0);
  }
}
