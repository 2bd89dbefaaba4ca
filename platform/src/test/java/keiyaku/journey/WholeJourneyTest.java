package keiyaku.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.crash.Child;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.Options;

/**
 * The main job from end to end in a real browser: from a stranger to a contract that was tried,
 * paid, upgraded and cancelled. The product runs as a process of its own, so that its memory can be
 * searched for the card's number; the acquirer, who does know it, lives in this one.
 */
class WholeJourneyTest {

    private static final Outside OUTSIDE =
            Outside.start(
                    Options.free()
                            .with(
                                    new Options.Keys(
                                            Child.KEY,
                                            Child.KEY,
                                            Child.PRODUCT_SECRET,
                                            Child.KEY,
                                            Child.KEY)));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Child product;

    @BeforeAll
    static void start() throws IOException {
        product = Child.start(folder, environment());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        product.close();
        OUTSIDE.close();
    }

    @Test
    void inJapanese() throws Exception {
        goesThrough("ja", "4000390000000015");
    }

    @Test
    void inEnglish() throws Exception {
        goesThrough("en", "5200390000000010");
    }

    private static void goesThrough(String language, String card) throws Exception {
        try (var visitor = new Visitor(product, OUTSIDE, language)) {
            visitor.signsUp();
            visitor.logsIn();
            visitor.registersACard(card);
            visitor.triesWorks();
            visitor.startsPaying();
            visitor.upgrades();
            visitor.readsInvoices(2);
            visitor.cancels();
            visitor.logsOut();
        }
        standsNowhere(card);
    }

    /** P-3: the card's number was entered in this browser and is in no memory, log or table. */
    private static void standsNowhere(String card) throws Exception {
        var heap = HeapDump.of(product.handle(), folder);
        assertThat(heap.holds(Child.KEY)).as("what is there is found").isTrue();
        assertThat(heap.holds(card)).as("the card's number in the heap").isFalse();
        assertThat(product.log()).doesNotContain(card);
    }

    /** What a test tells an application as settings is told to a process as its environment. */
    private static Map<String, String> environment() {
        return OUTSIDE.settings().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                s ->
                                        s.getKey()
                                                .toUpperCase(java.util.Locale.ROOT)
                                                .replace('.', '_')
                                                .replace('-', '_'),
                                s -> s.getValue().toString()));
    }
}
