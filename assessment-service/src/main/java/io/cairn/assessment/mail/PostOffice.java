package io.cairn.assessment.mail;

/** Takes letters. */
interface PostOffice {
    /** A conversation in which some letters are sent. */
    interface Counter extends AutoCloseable {
        void send(Letter letter) throws Refused;

        @Override
        void close();
    }

    /** @throws OutOfReach when it cannot be talked to now; that says nothing against any letter */
    Counter open() throws OutOfReach;

    /** A letter that was not taken. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        /** @param reason a word that names no address
         *  @param forGood whether it will not be taken later either */
        Refused(String reason, boolean forGood) {
            super(reason, null, false, false);
            this.forGood = forGood;
        }

        String reason() {
            return String.valueOf(getMessage());
        }

        boolean forGood() {
            return forGood;
        }
    }

    /** The office is closed. */
    final class OutOfReach extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfReach(String what) {
            super(what, null, false, false);
        }
    }
}
