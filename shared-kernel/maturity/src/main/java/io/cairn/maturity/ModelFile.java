package io.cairn.maturity;

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
        throw new UnsupportedOperationException();
    }
}
