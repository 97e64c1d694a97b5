package io.cairn.maturity;

import io.cairn.language.ModelRef;
import io.cairn.maturity.file.Faults;
import io.cairn.maturity.file.Localized;
import io.cairn.maturity.file.ModelText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * A model as its author wrote it.
 *
 * @param text YAML or JSON
 * @param digest SHA-256 of the text's UTF-8 bytes, in lower-case hex
 */
public record ModelFile(MaturityModel model, String text, String digest) {

    /**
     * Reads YAML or JSON.
     *
     * @throws io.cairn.language.Rejected with {@link io.cairn.language.Rejection.ModelFileInvalid}, which lists every
     *     fault with its path and line
     */
    public static ModelFile read(String text) {
        var faults = new Faults();
        var root = ModelText.read(text, faults);
        ModelChecks.check(root, faults);
        faults.refuseIfAny();
        var model = ModelBuilding.model(root);
        UpgradeChecks.values(root, model, faults);
        faults.refuseIfAny();
        return new ModelFile(model, text, sha256(text));
    }

    /**
     * What the file says of an earlier version held against that version.
     *
     * @throws io.cairn.language.Rejected as {@link #read}, when it names a question or an answer that was not there
     */
    public void checkUpgradeFrom(MaturityModel earlier) {
        var faults = new Faults();
        UpgradeChecks.against(ModelText.read(text, faults), model, earlier, faults);
        faults.refuseIfAny();
    }

    /** The definition as JSON, whichever way it was written. */
    public static String json(String text) {
        return ModelText.json(text);
    }

    /**
     * The definition as JSON with every text in one language only, see {@link Localized}.
     *
     * @param wanted lower-case language tags, the best first
     */
    public static Localized localized(String text, List<String> wanted) {
        return ModelText.localized(text, wanted);
    }

    /** For every language in it, in lower case, whether every text is there in it. */
    public SortedMap<String, Boolean> languages() {
        return ModelText.languages(text);
    }

    /** The same file under another key and version. */
    public ModelFile renamed(ModelRef ref) {
        return read(ModelText.renamed(text, ref.key().value(), ref.version().toString()));
    }

    /** The JSON Schema (draft 2020-12) of model files. */
    public static String schema() {
        return ModelText.schema();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
