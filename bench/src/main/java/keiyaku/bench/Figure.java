package keiyaku.bench;

/** One result: what, how much, in which unit, and what is to be reached, as text. */
record Figure(String what, double value, String unit, String reach) {

    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, "");
    }

    Figure toReach(String wanted) {
        return new Figure(what, value, unit, wanted);
    }
}
