package keiyaku.billing;

import java.util.List;

/**
 * A credit note gave back of charges, for good: no other invoice takes its place. Published in the
 * transaction of the note.
 *
 * @param lines the note's, each for the days of the charge that it gives back of
 */
public record LinesGivenBack(List<Charge> lines) {

    public LinesGivenBack {
        lines = List.copyOf(lines);
    }
}
