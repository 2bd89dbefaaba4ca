package keiyaku.database;

/** For tests that put a module together by hand. */
public final class TestDistribution {

    private TestDistribution() {}

    public static Distribution of(boolean on) {
        return new Distribution(on);
    }
}
