package io.cairn.eventstore;

/** More waits to be appended than the store takes on. Nothing was appended; come again a little later. */
public final class StoreBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreBusy(String message) {
        super(message);
    }
}
