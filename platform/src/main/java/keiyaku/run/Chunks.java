package keiyaku.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.database.Distribution;
import keiyaku.run.DueWork.Subject;
import org.springframework.stereotype.Component;

/**
 * What is done in one transaction: so many pieces in their order, and where the tables are spread
 * over several servers only those of one shard, since no lock reaches further.
 */
@Component
class Chunks {

    private final RunStore store;
    private final Distribution distribution;

    Chunks(RunStore store, Distribution distribution) {
        this.store = store;
        this.distribution = distribution;
    }

    List<List<Subject>> of(List<Subject> share, int size) {
        return distribution.isOn() ? cut(byShard(share), size) : cut(List.of(share), size);
    }

    private Iterable<List<Subject>> byShard(List<Subject> share) {
        var shards = store.shards(share.stream().map(Subject::account).toList());
        Map<Long, List<Subject>> groups = new LinkedHashMap<>();
        for (int i = 0; i < share.size(); i++) {
            groups.computeIfAbsent(shards.get(i), shard -> new ArrayList<>()).add(share.get(i));
        }
        return groups.values();
    }

    private static List<List<Subject>> cut(Iterable<List<Subject>> groups, int size) {
        var chunks = new ArrayList<List<Subject>>();
        for (var group : groups) {
            for (int from = 0; from < group.size(); from += size) {
                chunks.add(group.subList(from, Math.min(from + size, group.size())));
            }
        }
        return chunks;
    }
}
