package keiyaku.bench;

import java.io.IOException;
import java.util.List;

/** One thing that is measured; bounded, and it leaves nothing behind. */
interface Benchmark {

    String name();

    /** What is measured, in one line. */
    String says();

    List<Figure> run(Surroundings surroundings) throws IOException, InterruptedException;
}
