package io.cairn.language;

/** A value that cannot be said in the language; its message is fit for the person who typed it. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidValue(String message) {
        super(message);
    }
}
