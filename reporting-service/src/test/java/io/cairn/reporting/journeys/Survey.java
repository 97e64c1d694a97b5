package io.cairn.reporting.journeys;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ShippedModels;
import io.cairn.reporting.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The E-Government Survey: 101 states, five editions, with the stages that follow from the published index alone, and a
 * company whose units were assessed with the published answers.
 */
public final class Survey {
    private static final Path FILE =
            Path.of("../deploy/standalone/src/main/resources/sample-data/egdi/egdi-2010-2018.csv");

    /** By state and year: 1 to 4, from .25, .50 and .75 on. States that did not take part in full have none. */
    public static final Map<String, TreeMap<Integer, Integer>> STAGES = new TreeMap<>();

    public static final Company COMPANY = load();

    private Survey() {}

    private static Company load() {
        var company = Company.automatic();
        var streams = new LinkedHashMap<StreamId, List<Event>>();
        for (var row : rows()) {
            var published = row.get("egdi");
            if (published.isEmpty() || Double.parseDouble(published) == 0) continue;
            var score = Double.parseDouble(published);
            var year = Integer.parseInt(row.get("year"));
            var state = new UnitCode(row.get("country"));
            streams.put(StreamId.unit(company.tenant(), state), List.of(new UnitAdded(state, row.get("name"), null)));
            STAGES.computeIfAbsent(state.value(), it -> new TreeMap<>())
                    .put(year, score < 0.25 ? 1 : score < 0.5 ? 2 : score < 0.75 ? 3 : 4);
            var model = ModelRef.of("egdi", year == 2010 ? "1.0.0" : "2.0.0");
            var period = Period.parse(String.valueOf(year));
            streams.put(
                    StreamId.assessment(company.tenant(), state, model.key(), period),
                    List.of(
                            new AssessmentOpened(state, model, period),
                            new AssessmentFinalized(state, model, period, profile(row, model, year))));
        }
        return company.records(streams);
    }

    private static Profile profile(CSVRecord row, ModelRef model, int year) {
        var answers = new HashMap<QuestionKey, AgreedAnswer>();
        for (var index : List.of("osi", "hci", "tii"))
            answers.put(
                    new QuestionKey(index),
                    AgreedAnswer.of(Answer.of(AnswerValue.of(Double.parseDouble(row.get(index))))));
        return Scoring.profile(ShippedModels.find(model).orElseThrow().model(), answers, LocalDate.of(year, 12, 31));
    }

    private static List<CSVRecord> rows() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(FILE);
                var parser = format.parse(reader)) {
            return new ArrayList<>(parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
