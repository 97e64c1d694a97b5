package io.cairn.assessment.refusal;

import io.cairn.assessment.http.AssessmentStory;
import io.cairn.assessment.http.Client;
import io.cairn.assessment.http.Reply;
import io.cairn.assessment.http.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What tenants, units, models, cycles and journeys refuse. Each is met by a tenant of its own. */
final class OtherRefusals {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> EGDI = Map.of("key", "egdi", "version", "2.0.0");

    private final List<Refused> all = new ArrayList<>();

    static List<Refused> all() {
        var refusals = new OtherRefusals();
        refusals.tenants();
        refusals.closing();
        refusals.units();
        refusals.models();
        refusals.cycles();
        refusals.journeys();
        refusals.targets();
        refusals.roadmaps();
        return refusals.all;
    }

    private void refused(String command, String rejection, String when, Function<Client, Reply> attempt) {
        all.add(new Refused(command, rejection, when, () -> attempt.apply(Service.tenant("confirmed"))));
    }

    private void tenants() {
        refused(
                "RegisterTenant",
                "AlreadyExists",
                "the slug is taken",
                it -> Service.operator()
                        .post(
                                "/tenants",
                                Map.of(
                                        "slug",
                                        it.get("/tenant").text("/slug"),
                                        "name",
                                        "Again",
                                        "transitionPolicy",
                                        "automatic")));
    }

    private void closing() {
        refused(
                "CloseTenant",
                "NotFound",
                "there is no such tenant",
                it -> Service.operator().post("/tenants/nobody-of-this-name/closing", NOTHING, "\"v0\""));
    }

    private void units() {
        refused("AddUnit", "AlreadyExists", "the code is taken", it -> {
            unit(it, "a", null);
            return it.post("/units", Map.of("code", "a", "name", "A"));
        });
        refused("AmendUnit", "NotFound", "there is no such unit", it -> it.patch("/units/a", Map.of("name", "A")));
        refused("AmendUnit", "UnitBelowItself", "the new parent lies below the unit", it -> {
            unit(it, "a", null);
            unit(it, "b", "a");
            return it.patch("/units/a", Map.of("parent", "b"));
        });
        refused("AmendUnit", "UnitIsRetired", "the unit is retired", it -> {
            unit(it, "a", null);
            it.patch("/units/a", Map.of("retired", Map.of("lastDay", "2020-01-01")))
                    .expect(200);
            return it.patch("/units/a", Map.of("name", "A"));
        });
    }

    private static void unit(Client client, String code, @org.jspecify.annotations.Nullable String parent) {
        var body = parent == null
                ? Map.of("code", code, "name", code)
                : Map.of("code", code, "name", code, "parent", parent);
        client.post("/units", body).expect(201);
    }

    private void models() {
        refused(
                "DraftModel",
                "ModelKeyReserved",
                "the key is a shipped model's",
                it -> it.postYaml("/models", OwnModel.text("egdi")));
        refused("DraftModel", "ModelVersionIsPublished", "the version is published and says something else", it -> {
            var key = String.valueOf(OwnModel.published(it).get("key"));
            return it.postYaml("/models", OwnModel.text(key) + "\n# mended\n");
        });
        refused("CloneModel", "AlreadyExists", "there is such a version", it -> {
            var key = OwnModel.drafted(it);
            return clone(it, key);
        });
        refused("CloneModel", "ModelKeyReserved", "the key is a shipped model's", it -> clone(it, "memm"));
        refused(
                "PublishModelVersion",
                "UnknownModel",
                "there is no such draft",
                it -> it.post(OwnModel.path("nothing") + "/publication", NOTHING));
        refused(
                "PublishModelVersion",
                "ModelIsRetired",
                "the version is retired",
                it -> it.post(retired(it) + "/publication", NOTHING));
        refused(
                "RetireModelVersion",
                "UnknownModel",
                "there is no such published version",
                it -> it.post(OwnModel.path("nothing") + "/retirement", NOTHING));
    }

    private static Reply clone(Client client, String key) {
        return client.post("/models/egdi/versions/2.0.0/clone", Map.of("key", key, "version", OwnModel.VERSION));
    }

    private static String retired(Client client) {
        var path = OwnModel.path(String.valueOf(OwnModel.published(client).get("key")));
        client.post(path + "/retirement", NOTHING).expect(200);
        return path;
    }

    private void cycles() {
        var opening = Map.of("model", EGDI, "period", "2026-Q4");
        refused("OpenCycle", "AlreadyExists", "the model has a cycle in this period", it -> {
            it.post("/cycles", opening).expect(201);
            return it.post("/cycles", opening);
        });
        refused(
                "CloseCycle",
                "NotFound",
                "there is no such cycle",
                it -> it.post("/cycles/" + new UUID(1, 2) + "/closing", NOTHING, "\"v0\""));
        refused("CloseCycle", "CycleIsClosed", "it is closed", it -> {
            var path = "/cycles/" + it.post("/cycles", opening).expect(201).text("/id") + "/closing";
            var closed = it.post(path, NOTHING, "*").expect(200);
            return it.post(path, NOTHING, closed.etag());
        });
    }

    private void journeys() {
        refused("DecideProposal", "NotFound", "there is no such journey", it -> {
            unit(it, "a", null);
            return decide(it, "/units/a/journeys/egdi", new UUID(1, 2).toString(), "accept", "");
        });
        refused(
                "DecideProposal",
                "ProposalNotOpen",
                "the proposal is decided, or there is none such",
                it -> decide(it, proposed(it), new UUID(1, 2).toString(), "accept", ""));
        refused("DecideProposal", "UnknownStage", "the model has no such stage", it -> {
            var journey = proposed(it);
            var proposal = it.get(journey).text("/proposal/id");
            return decide(it, journey, proposal, "override", "nowhere");
        });
    }

    /** The journey of a finalized assessment whose stage waits to be decided. */
    private static String proposed(Client client) {
        var story = AssessmentStory.open(client);
        var finalized = story.answered(0.6).submitted().finalized();
        client.get(story.journey() + "?min-position=" + finalized.position()).expect(200);
        return story.journey();
    }

    private static Reply decide(Client client, String journey, String proposal, String decision, String to) {
        var body =
                new HashMap<String, Object>(Map.of("proposal", proposal, "decision", decision, "reason", "looked at"));
        if (!to.isEmpty()) body.put("to", to);
        return client.post(journey + "/transitions", body);
    }

    private void targets() {
        var command = "SetTargets";
        refused(command, "UnknownStage", "the model has no such stage", it -> aim(it, Map.of("stage", "nowhere")));
        refused(
                command,
                "UnknownDimension",
                "the model has no such dimension",
                it -> aim(it, Map.of("dimension", "nowhere")));
        refused(
                command,
                "TargetPeriodIsOver",
                "a new target is of a period that is over",
                it -> aim(it, Map.of("period", "2020-Q4")));
        refused(
                command,
                "SameTargetTwice",
                "a stage is aimed at twice for a period",
                it -> aim(it, Map.of(), Map.of()));
    }

    /** @param differences from a target that would be taken */
    private static Reply aim(Client client, Map<?, ?>... differences) {
        unit(client, "a", null);
        var targets = new ArrayList<Map<Object, Object>>();
        for (var difference : differences) {
            var target = new HashMap<Object, Object>(Map.of("stage", "high", "period", "2099-Q4"));
            target.putAll(difference);
            targets.add(target);
        }
        return client.put("/units/a/journeys/egdi/targets", Map.of("targets", targets));
    }

    private void roadmaps() {
        refused(
                "PlanAction",
                "UnknownQuestion",
                "the model has no such question",
                it -> it.post(actions(it), action("nothing", 0.5)));
        refused(
                "PlanAction",
                "OutsideScale",
                "the scale does not hold what is wanted",
                it -> it.post(actions(it), action("osi", 7)));
        refused(
                "AmendAction",
                "NotFound",
                "there is no such roadmap or action",
                it -> it.patch(actions(it) + "/" + new UUID(1, 2), Map.of("impact", 1), "*"));
        refused(
                "AmendAction",
                "UnknownQuestion",
                "the model has no such question",
                it -> it.patch(planned(it), Map.of("questions", List.of(aim("nothing", 0.5))), "*"));
        refused(
                "AmendAction",
                "OutsideScale",
                "the scale does not hold what is wanted",
                it -> it.patch(planned(it), Map.of("questions", List.of(aim("osi", 7))), "*"));
        refused("AmendAction", "WrongActionStatus", "the action is done or dropped", it -> {
            var action = planned(it);
            it.patch(action, Map.of("status", "done"), "*").expect(200);
            return it.patch(action, Map.of("status", "dropped", "reason", "too late"), "*");
        });
        refused(
                "AmendAction",
                "OwnActionsOnly",
                "a respondent or reviewer does more than start and complete what they own",
                it -> {
                    var action = planned(it);
                    return it.as("respondent").patch(action, Map.of("status", "started"), "*");
                });
    }

    private static String actions(Client client) {
        unit(client, "a", null);
        return "/units/a/roadmaps/egdi/actions";
    }

    private static String planned(Client client) {
        var actions = actions(client);
        return actions + "/"
                + client.post(actions, action("osi", 0.5)).expect(201).text("/id");
    }

    private static Map<String, Object> action(String question, double value) {
        return Map.of(
                "title",
                "Do it",
                "due",
                "2026-Q4",
                "modelVersion",
                "2.0.0",
                "questions",
                List.of(aim(question, value)));
    }

    private static Map<String, Object> aim(String question, double value) {
        return Map.of("question", question, "value", value);
    }
}
