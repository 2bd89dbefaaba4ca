package sandbox.acquirer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Problem;
import tools.jackson.databind.JsonNode;

/** The cards behind the tokens. */
final class Vault {
    private record Entry(String type, StoredCard stored) {}

    private final Map<String, StoredCard> cards = new ConcurrentHashMap<>();

    StoredCard add(Card card, @Nullable String later, @Nullable String dsTransId, Journal journal) {
        var stored = new StoredCard(Ids.next("tok"), card, later, dsTransId);
        journal.append(new Entry("card", stored));
        cards.put(stored.token(), stored);
        return stored;
    }

    void replay(JsonNode line) {
        StoredCard stored = sandbox.shared.Json.from(line, Entry.class).stored();
        cards.put(stored.token(), stored);
    }

    StoredCard get(String token) {
        StoredCard stored = cards.get(token);
        if (stored == null) {
            throw Problem.of(422, "unknown-token", "No card is kept under this token.");
        }
        return stored;
    }

    int size() {
        return cards.size();
    }
}
