package keiyaku.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.run.TimeMachine;
import keiyaku.shared.BadInputException;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Plays a scenario: the clock goes from step to step, all that falls due on the way is done, then
 * the step. The clock must stand at the scenario's start or before.
 */
@Component
public class Play {

    private final Catalogs catalogs;
    private final Members members;
    private final TimeMachine time;
    private final Reports reports;

    Play(Catalogs catalogs, Members members, TimeMachine time, Reports reports) {
        this.catalogs = catalogs;
        this.members = members;
        this.time = time;
        this.reports = reports;
    }

    /**
     * Plays to the end of its last day.
     *
     * @throws ExpectationException when a step should have been refused and was not
     * @throws keiyaku.shared.InputFileException when a step cannot be done, with file and line
     */
    public Report play(ScenarioFile scenario) {
        time.moveTo(scenario.start());
        catalogs.apply(scenario.catalog(), LocalDate.EPOCH, "scenario");
        var world = new World(scenario.zone());
        register(scenario, world);
        for (var step : scenario.steps()) {
            time.moveTo(step.at());
            perform(world, step);
            time.moveTo(step.at());
        }
        var end = scenario.until().plusDays(1).atStartOfDay(scenario.zone()).toInstant();
        time.moveTo(end.minusMillis(1));
        return reports.report(scenario, world);
    }

    private void register(ScenarioFile scenario, World world) {
        var fresh = new ArrayList<NewMember>();
        for (var person : scenario.members()) {
            fresh.add(NewMember.named(person.id(), person.type(), person.country()));
        }
        var registered = members.register(fresh);
        for (int i = 0; i < registered.size(); i++) {
            world.add(new World.Citizen(scenario.members().get(i), registered.get(i).account()));
        }
    }

    private static void perform(World world, Step step) {
        try {
            step.verb().perform(world, step);
        } catch (RefusedException e) {
            var code = e.refusal().code();
            if (step.expected().isEmpty()) {
                throw step.node()
                        .error(
                                step.verb().name()
                                        + " was refused: "
                                        + code
                                        + " "
                                        + e.refusal().facts());
            }
            if (!step.expected().get().equals(code)) {
                throw new ExpectationException(
                        step, "expected " + step.expected().get() + ", but it was " + code);
            }
            return;
        } catch (BadInputException e) {
            throw step.node().error(step.verb().name() + ": " + e.getMessage());
        }
        if (step.expected().isPresent()) {
            throw new ExpectationException(
                    step, "expected " + step.expected().get() + ", but it was done");
        }
    }
}
