package io.otpstream.streams.choice;

/** A country for a platform: what orders succeed or fail by. */
record Cell(int countryId, int platformId) {

    /** What an alert about it is about. */
    String subject() {
        return countryId + "/" + platformId;
    }
}
