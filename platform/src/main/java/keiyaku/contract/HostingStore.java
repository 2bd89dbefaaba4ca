package keiyaku.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.HostingRenewal;
import keiyaku.catalog.Product;
import keiyaku.catalog.ProductOption;
import keiyaku.database.UuidArray;
import keiyaku.payment.MethodKind;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What only server contracts have. Which contracts those are the catalog says, so that a chunk
 * without them costs no statement; the row of the contract is the lock for all of it.
 */
@Component
class HostingStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Catalogs catalogs;

    HostingStore(JdbcClient jdbc, Catalogs catalogs) {
        this.jdbc = jdbc;
        this.catalogs = catalogs;
    }

    /** The contracts, those on servers with what only they have. */
    List<Contract> fill(List<Contract> contracts) {
        return contracts.isEmpty() ? contracts : fill(contracts, catalogs.current());
    }

    List<Contract> fill(List<Contract> contracts, Catalog catalog) {
        var rules = rules(catalog);
        var servers =
                contracts.stream().filter(c -> rules.containsKey(c.offer().product())).toList();
        if (servers.isEmpty()) {
            return contracts;
        }
        var currency = catalog.provider().currency();
        var items = items(servers, currency);
        var found = read(servers, rules, items, currency);
        return contracts.stream()
                .map(
                        c -> {
                            var hosting = found.get(c.id());
                            return hosting == null ? c : c.withHosting(hosting);
                        })
                .toList();
    }

    private static Map<String, HostingRenewal> rules(Catalog catalog) {
        var rules = new HashMap<String, HostingRenewal>();
        for (Product product : catalog.products()) {
            var renewal = product.renewal();
            if (renewal != null) {
                rules.put(product.code(), renewal);
            }
        }
        return rules;
    }

    private Map<ContractId, Hosting> read(
            List<Contract> servers,
            Map<String, HostingRenewal> rules,
            Map<ContractId, List<OptionItem>> items,
            Currency currency) {
        var byId = new HashMap<UUID, Contract>();
        servers.forEach(c -> byId.put(c.id().value(), c));
        var found = new HashMap<ContractId, Hosting>();
        jdbc.sql(
                        """
                        SELECT contract_id, pay_by, renews, wallet_day, choice, next, since,
                               told_days, series
                        FROM contract.hosting
                        WHERE account_id = ANY(:accounts) AND contract_id = ANY(:ids)\
                        """)
                .param("accounts", accounts(servers))
                .param("ids", UuidArray.of(byId.keySet()))
                .query(
                        row -> {
                            var contract = byId.get(row.getObject("contract_id", UUID.class));
                            if (contract != null) {
                                found.put(
                                        contract.id(),
                                        hosting(
                                                row,
                                                rules.get(contract.offer().product()),
                                                items.getOrDefault(contract.id(), List.of()),
                                                currency));
                            }
                        });
        return found;
    }

    private static Hosting hosting(
            ResultSet row,
            @Nullable HostingRenewal rules,
            List<OptionItem> items,
            Currency currency)
            throws SQLException {
        return new Hosting(
                Objects.requireNonNull(rules),
                MethodKind.ofCode(row.getString("pay_by")),
                row.getBoolean("renews"),
                row.getInt("wallet_day"),
                HostingJson.choice(row.getString("choice")),
                HostingJson.upcoming(row.getString("next"), currency),
                row.getObject("since", LocalDate.class),
                row.getInt("told_days"),
                row.getInt("series"),
                items);
    }

    private Map<ContractId, List<OptionItem>> items(List<Contract> servers, Currency currency) {
        var items = new HashMap<ContractId, List<OptionItem>>();
        jdbc.sql(
                        """
                        SELECT contract_id, number, option, kind, name, auto, wish, term, next,
                               ended_on
                        FROM contract.item
                        WHERE account_id = ANY(:accounts) AND contract_id = ANY(:ids)
                        ORDER BY contract_id, number\
                        """)
                .param("accounts", accounts(servers))
                .param("ids", UuidArray.of(servers, c -> c.id().value()))
                .query(
                        row -> {
                            items.computeIfAbsent(
                                            new ContractId(
                                                    row.getObject("contract_id", UUID.class)),
                                            id -> new ArrayList<>())
                                    .add(item(row, currency));
                        });
        return items;
    }

    private static OptionItem item(ResultSet row, Currency currency) throws SQLException {
        return new OptionItem(
                row.getInt("number"),
                row.getString("option"),
                kind(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("auto"),
                HostingJson.wish(row.getString("wish")),
                HostingJson.agreement(row.getString("term"), currency),
                HostingJson.upcoming(row.getString("next"), currency),
                row.getObject("ended_on", LocalDate.class));
    }

    /** Those of the contracts that are on servers. */
    Set<ContractId> among(Collection<AccountId> accounts, Collection<ContractId> contracts) {
        if (contracts.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT contract_id FROM contract.hosting
                                WHERE account_id = ANY(?) AND contract_id = ANY(?)\
                                """)
                        .params(
                                UuidArray.of(accounts, AccountId::value),
                                UuidArray.of(contracts, ContractId::value))
                        .query((row, i) -> new ContractId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Those of some contracts that are server contracts. */
    Set<ContractId> which(Collection<AccountId> accounts, Collection<ContractId> contracts) {
        if (contracts.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT contract_id FROM contract.hosting
                                WHERE account_id = ANY(:accounts) AND contract_id = ANY(:ids)\
                                """)
                        .param("accounts", UuidArray.of(accounts, AccountId::value))
                        .param("ids", UuidArray.of(contracts, ContractId::value))
                        .query((row, n) -> new ContractId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Writes all of it as it is now, for one contract or for a chunk. */
    void write(Collection<Contract> servers) {
        if (servers.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO contract.hosting AS h
                               (account_id, contract_id, pay_by, renews, wallet_day, choice, next,
                                since, told_days, series)
                        SELECT account_id, contract_id, pay_by, renews, wallet_day, choice, next,
                               since, told_days, series
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r(
                             account_id uuid, contract_id uuid, pay_by text, renews boolean,
                             wallet_day integer, choice jsonb, next jsonb, since date,
                             told_days integer, series integer)
                        ON CONFLICT (account_id, contract_id) DO UPDATE
                        SET pay_by = excluded.pay_by, renews = excluded.renews,
                            wallet_day = excluded.wallet_day, choice = excluded.choice,
                            next = excluded.next, since = excluded.since,
                            told_days = excluded.told_days,
                            series = excluded.series\
                        """)
                .param("rows", json(servers.stream().map(HostingStore::row).toList()))
                .update();
        writeItems(servers);
    }

    private void writeItems(Collection<Contract> servers) {
        var rows = servers.stream().flatMap(c -> itemRows(c).stream()).toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO contract.item
                               (account_id, contract_id, number, option, kind, name, auto, wish,
                                term_start, term_end, term, next, ended_on)
                        SELECT account_id, contract_id, number, option, kind, name, auto, wish,
                               term_start, term_end, term, next, ended_on
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r(
                             account_id uuid, contract_id uuid, number integer, option text,
                             kind text, name text, auto boolean, wish jsonb, term_start date,
                             term_end date, term jsonb, next jsonb, ended_on date)
                        ON CONFLICT (account_id, contract_id, number) DO UPDATE
                        SET name = excluded.name, auto = excluded.auto, wish = excluded.wish,
                            term_start = excluded.term_start, term_end = excluded.term_end,
                            term = excluded.term, next = excluded.next,
                            ended_on = excluded.ended_on\
                        """)
                .param("rows", json(rows))
                .update();
    }

    private static Map<String, Object> row(Contract contract) {
        var hosting = contract.requireHosting();
        var row = new LinkedHashMap<String, Object>();
        row.put("account_id", contract.account().value().toString());
        row.put("contract_id", contract.id().value().toString());
        row.put("pay_by", hosting.payBy().code());
        row.put("renews", hosting.renews());
        row.put("wallet_day", hosting.walletDay());
        put(row, "choice", HostingJson.choice(hosting.choice()));
        put(row, "next", HostingJson.upcoming(hosting.next()));
        putText(row, "since", hosting.since());
        row.put("told_days", hosting.toldDays());
        row.put("series", hosting.series());
        return row;
    }

    private static List<Map<String, Object>> itemRows(Contract contract) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var item : contract.requireHosting().items()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("account_id", contract.account().value().toString());
            row.put("contract_id", contract.id().value().toString());
            row.put("number", item.number());
            row.put("option", item.option());
            row.put("kind", item.kind().code());
            putText(row, "name", item.name());
            row.put("auto", item.auto());
            put(row, "wish", HostingJson.wish(item.wish()));
            var term = item.agreement();
            if (term != null) {
                row.put("term_start", term.period().start().toString());
                row.put("term_end", term.period().end().toString());
            }
            put(row, "term", HostingJson.agreement(term));
            put(row, "next", HostingJson.upcoming(item.next()));
            putText(row, "ended_on", item.endedOn());
            rows.add(row);
        }
        return rows;
    }

    private static void put(Map<String, Object> row, String name, @Nullable String json) {
        if (json != null) {
            row.put(name, JSON.readTree(json));
        }
    }

    private static void putText(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value.toString());
        }
    }

    private static String json(List<Map<String, Object>> rows) {
        return JSON.writeValueAsString(rows);
    }

    private static UuidArray accounts(List<Contract> contracts) {
        return UuidArray.distinct(contracts, c -> c.account().value());
    }

    private static ProductOption.Kind kind(String code) {
        for (var kind : ProductOption.Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind of option is " + code);
    }
}
