package io.cairn.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.reporting.chart.HeatMap.Row;
import io.cairn.reporting.chart.JourneyChart.Status;
import io.cairn.reporting.chart.JourneyChart.Target;
import io.cairn.reporting.chart.Sankey.Flow;
import io.cairn.reporting.chart.Sankey.Way;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgTest {
    private static final String EVIL = "<script>alert(1)</script> ]]> &lt; \" ' \u0000\u0008\ud800 <!-- \u202e";
    private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "rect", "path", "text");

    static Stream<Drawing> drawings() {
        return Stream.of("Brand A", EVIL, "")
                .flatMap(name -> Stream.of(1, 3, 12, 40).flatMap(size -> charts(name, size)));
    }

    private static Stream<Drawing> charts(String name, int size) {
        var scale = new Scale(0, List.of("Below", name, "Operation", name + " 2"));
        var periods = IntStream.range(0, size).mapToObj(i -> (2000 + i) + "-Q1").toList();
        var stages = new ArrayList<Stage>();
        for (var i = 0; i < size; i++) stages.add(i % 5 == 4 ? null : new Stage(i % 4, name));
        var axes = IntStream.range(0, Math.min(size, 12))
                .mapToObj(i -> new DimensionChart.Axis(name + i, i / 12.0, i % 2 == 0 ? null : 0.5))
                .toList();
        var targets = List.of(
                new Target(0, 1, Status.REACHED),
                new Target(size - 1, 3, Status.OPEN),
                new Target(size / 2, 2, Status.MISSED));
        return Stream.of(
                new JourneyChart(
                                name,
                                name,
                                scale,
                                periods,
                                stages,
                                targets,
                                new JourneyChart.Legend("a", "b", "c", name))
                        .draw(640),
                new DimensionChart(name, name, axes, "2026-Q4", name).draw(520),
                new HeatMap(name, name, scale, periods, Collections.nCopies(5, new Row(name, stages)), "none", name)
                        .draw(700),
                new Sankey(
                                name,
                                name,
                                "2025",
                                "2026",
                                List.of(name, "b"),
                                List.of(name, "b", "left"),
                                List.of(
                                        new Flow(0, 0, 3, Way.SAME),
                                        new Flow(1, 0, size, Way.UP),
                                        new Flow(1, 2, 1, Way.AWAY)),
                                new Sankey.Legend("up", "same", "down", name))
                        .draw(640),
                new StageBars(
                                name,
                                name,
                                scale,
                                List.of(1L, 2L, 0L, (long) size),
                                List.of(new StageBars.Other(name, 4)))
                        .draw(560));
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void what_people_wrote_is_text_and_nothing_else(Drawing drawing) throws Exception {
        var document = parsed(Svg.of(drawing));
        var all = document.getElementsByTagName("*");
        var names = new HashSet<String>();
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            names.add(element.getTagName());
            for (var j = 0; j < element.getAttributes().getLength(); j++) {
                var attribute = element.getAttributes().item(j);
                assertThat(attribute.getNodeName())
                        .doesNotStartWith("on")
                        .doesNotContain("href")
                        .isNotEqualTo("style");
                assertThat(attribute.getNodeValue()).doesNotContain("url(", "javascript:");
            }
        }
        assertThat(ELEMENTS).containsAll(names);
        var root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getFirstChild().getNextSibling().getTextContent())
                .as("the title says what it was given, but for what XML cannot hold")
                .isEqualTo(drawing.title()
                        .replace('\u0000', '\ufffd')
                        .replace('\u0008', '\ufffd')
                        .replace("\ud800", "\ufffd"));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void the_same_drawing_is_the_same_text_wherever_it_runs(Drawing drawing) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            var one = Svg.of(drawing);
            Locale.setDefault(Locale.forLanguageTag("fr"));
            assertThat(Svg.of(drawing)).isEqualTo(one);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void nothing_is_drawn_outside_the_picture(Drawing drawing) {
        for (var shape : drawing.shapes()) {
            var places = switch (shape) {
                case Shape.Path path ->
                    path.steps().stream().flatMap(SvgTest::places).toList();
                case Shape.Label label -> ends(label);
            };
            assertThat(places).allSatisfy(place -> {
                assertThat(place[0]).isBetween(-1.0, drawing.width() + 1);
                assertThat(place[1]).isBetween(-1.0, drawing.height() + 1);
            });
        }
    }

    private static Stream<double[]> places(Step step) {
        return switch (step) {
            case Step.Move it -> Stream.of(new double[] {it.x(), it.y()});
            case Step.Line it -> Stream.of(new double[] {it.x(), it.y()});
            case Step.Curve it -> Stream.of(new double[] {it.x(), it.y()});
            case Step.Close ignored -> Stream.empty();
        };
    }

    private static List<double[]> ends(Shape.Label label) {
        var wide = TextWidth.of(label.text(), label.size(), label.bold()) / 1.1;
        var from = label.x()
                - switch (label.anchor()) {
                    case START -> 0;
                    case MIDDLE -> wide / 2;
                    case END -> wide;
                };
        return label.upright()
                ? List.of(new double[] {label.x(), label.y()}, new double[] {label.x(), label.y() - wide})
                : List.of(new double[] {from, label.y()}, new double[] {from + wide, label.y()});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17})
    void both_sides_of_a_sankey_are_as_high_as_the_cohort_is_large(int factor) {
        var flows = List.of(
                new Flow(0, 0, 3L * factor, Way.SAME),
                new Flow(0, 1, factor, Way.DOWN),
                new Flow(1, 2, 5L * factor, Way.AWAY));
        var drawing = new Sankey(
                        "t",
                        "d",
                        "a",
                        "b",
                        List.of("x", "y"),
                        List.of("x", "y", "left"),
                        flows,
                        new Sankey.Legend("u", "s", "d", "a"))
                .draw(640);
        var left = heights(drawing, List.of("x: " + 4 * factor, "y: " + 5 * factor));
        var right = heights(drawing, List.of("x: " + 3 * factor, "y: " + factor, "left: " + 5 * factor));
        assertThat(left)
                .isCloseTo(right, org.assertj.core.data.Offset.offset(1e-9))
                .isCloseTo(210, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static double heights(Drawing drawing, List<String> notes) {
        return notes.stream()
                .mapToDouble(note -> drawing.shapes().stream()
                        .filter(it -> it instanceof Shape.Path path && note.equals(path.note()))
                        .map(Shape.Path.class::cast)
                        .mapToDouble(SvgTest::height)
                        .sum())
                .sum();
    }

    private static double height(Shape.Path path) {
        var ys = path.steps().stream()
                .flatMap(SvgTest::places)
                .mapToDouble(it -> it[1])
                .toArray();
        return Arrays.stream(ys).max().orElse(0) - Arrays.stream(ys).min().orElse(0);
    }
}
