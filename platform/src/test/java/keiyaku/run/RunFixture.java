package keiyaku.run;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import keiyaku.database.TestDistribution;
import keiyaku.shared.MovableClock;
import keiyaku.testing.TestDatabases;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The run on a database of its own, put together by hand; two of them are two processes. */
final class RunFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final HikariDataSource pool = new HikariDataSource();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final WorkersGate gate = new WorkersGate();
    final DataSourceTransactionManager transactions;
    final JdbcClient jdbc;
    final RunStore store;
    final Runner runner;
    final Kick kick = new Kick();

    RunFixture() {
        var access = TestDatabases.fresh();
        try {
            Toys.createTable(access);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.applicationUser());
        pool.setPassword(access.applicationPassword());
        pool.setMaximumPoolSize(12);
        jdbc = JdbcClient.create(pool);
        transactions = new DataSourceTransactionManager(pool);
        store = new RunStore(jdbc);
        runner = runner(MovableClock.standing(START));
    }

    Runner runner(MovableClock clock) {
        return new Runner(
                store,
                new Tally(store, clock),
                new TransactionTemplate(transactions),
                new Chunks(store, TestDistribution.of(false)));
    }

    Toys toys(String name) {
        var toys = new Toys(name, jdbc, transactions);
        beans.addBean(name, toys);
        return toys;
    }

    void add(DueWork work) {
        beans.addBean(work.name(), work);
    }

    Runs runs(MovableClock clock) {
        return new Runs(beans.getBeanProvider(DueWork.class), store, clock, kick, runner(clock));
    }

    TimeMachine timeMachine(MovableClock clock, boolean sandbox) {
        return new TimeMachine(
                beans.getBeanProvider(DueWork.class),
                runner(clock),
                clock,
                new ClockKeeper(store, clock, sandbox),
                store,
                gate);
    }

    RunWorkers workers(MovableClock clock, int slices) {
        return new RunWorkers(
                beans.getBeanProvider(DueWork.class),
                runner(clock),
                clock,
                store,
                kick,
                gate,
                slices);
    }

    @Override
    public void close() {
        pool.close();
    }
}
