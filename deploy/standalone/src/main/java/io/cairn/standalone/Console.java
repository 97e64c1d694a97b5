package io.cairn.standalone;

/** What a person at the terminal reads, apart from the log. */
final class Console {
    private Console() {}

    static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
