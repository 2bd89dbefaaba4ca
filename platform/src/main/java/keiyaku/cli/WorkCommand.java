package keiyaku.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A process that only does due work, beside others on the same database (B-40). */
@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description = {
            "Do due work without serving pages, beside other processes on the database of",
            "KEIYAKU_DB_URL, or on the folder of a product that runs on this machine.",
            "Stop it or kill it at any time: the others go on with what it leaves."
        })
final class WorkCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--at-once", defaultValue = "2", description = "Chunks at once (default 2)")
    private int atOnce;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WithApplication application;

    WorkCommand() {}

    @Override
    public Integer call() {
        var beside = application.besideRunning();
        if (beside.isEmpty() && System.getenv().getOrDefault("KEIYAKU_DB_URL", "").isBlank()) {
            throw new NotPossibleException(
                    "There is no database to work on. Name one by KEIYAKU_DB_URL, or start the"
                            + " product on this machine first: ./keiyaku start --no-sandbox",
                    null);
        }
        Map<String, Object> settings = new HashMap<>(beside);
        settings.put("keiyaku.run.workers", atOnce);
        settings.put("spring.profiles.active", "production");
        settings.put("spring.main.keep-alive", true);
        settings.put("logging.level.org.springframework.boot.SpringApplication", "off");
        new SpringApplicationBuilder(Doors.class)
                .web(WebApplicationType.NONE)
                .initializers(new RealSecrets())
                .run(WithApplication.arguments(settings));
        var out = spec.commandLine().getOut();
        out.println("Working. Stop with Ctrl-C.");
        out.flush();
        SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
        return StartCommand.KEEPS_RUNNING;
    }
}
