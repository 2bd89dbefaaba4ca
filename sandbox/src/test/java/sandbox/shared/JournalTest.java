package sandbox.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir private Path folder;

    @Test
    void whatWasAppendedIsToldAgain() {
        write("one", "two");
        assertThat(read()).containsExactly("one", "two");
        write("three");
        assertThat(read()).containsExactly("one", "two", "three");
    }

    @Test
    void halfALineAtTheEndIsDropped() throws IOException {
        write("one");
        Files.writeString(
                folder.resolve("test.jsonl"), "{\"word\":\"tw", StandardOpenOption.APPEND);
        assertThat(read()).containsExactly("one");
        write("three");
        assertThat(read()).containsExactly("one", "three");
    }

    @Test
    void rewritingKeepsOnlyWhatIsGiven() {
        write("one", "two");
        try (var journal = Journal.in(folder, "test")) {
            journal.replay(line -> {});
            journal.rewrite(List.of(Map.of("word", "kept")));
            journal.append(Map.of("word", "after"));
        }
        assertThat(read()).containsExactly("kept", "after");
    }

    private void write(String... words) {
        try (var journal = Journal.in(folder, "test")) {
            journal.replay(line -> {});
            for (String word : words) {
                journal.append(Map.of("word", word));
            }
        }
    }

    private List<String> read() {
        var words = new ArrayList<String>();
        try (var journal = Journal.in(folder, "test")) {
            journal.replay(line -> words.add(line.get("word").asString()));
        }
        return words;
    }
}
