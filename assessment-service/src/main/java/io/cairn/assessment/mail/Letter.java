package io.cairn.assessment.mail;

/**
 * A mail to one person.
 *
 * @param id stands in {@code Message-ID} and is the same however often it is sent
 */
record Letter(String id, String name, String address, String language, String subject, String text) {
    /** Without what must not be in logs. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
