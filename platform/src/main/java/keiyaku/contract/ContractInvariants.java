package keiyaku.contract;

import keiyaku.database.Invariant;
import keiyaku.database.QueryInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What always holds over contracts; verify proves it. */
@Configuration(proxyBeanMethods = false)
class ContractInvariants {

    @Bean
    Invariant contractFollowsItsChanges(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "contract-follows-changes",
                "A contract's state is that of its last change, and its changes are all there.",
                "SELECT count(*) FROM contract.change",
                """
                SELECT c.id::text, 'is ' || c.state || ' after ' || c.changes ||
                       ' changes, its log says ' || coalesce(l.to_state, 'nothing') ||
                       ' after ' || coalesce(l.count, 0)
                FROM contract.contract c
                LEFT JOIN (SELECT account_id, contract_id, count(*) AS count,
                                  (array_agg(to_state ORDER BY seq DESC))[1] AS to_state
                           FROM contract.change GROUP BY account_id, contract_id) l
                  ON l.account_id = c.account_id AND l.contract_id = c.id
                WHERE c.state IS DISTINCT FROM l.to_state OR c.changes IS DISTINCT FROM l.count\
                """);
    }

    @Bean
    Invariant contractsArePlanned(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "contract-planned",
                "A contract in its trial or active has its next event in the plan, or is parked.",
                "SELECT count(*) FROM contract.contract",
                """
                SELECT id::text, 'is ' || state || ' and nothing is planned for it'
                FROM contract.contract
                WHERE state IN ('trial', 'active') AND next_at IS NULL AND parked IS NULL\
                """);
    }

    @Bean
    Invariant serverContractsWhole(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "server-contract-whole",
                "A server contract awaits the payment of its first term, or its next term begins"
                        + " where the running one ends.",
                "SELECT count(*) FROM contract.hosting",
                """
                SELECT c.id::text, 'is ' || c.state || ' and its next term begins on ' ||
                       coalesce(h.next ->> 'start', 'no day')
                FROM contract.hosting h
                LEFT JOIN contract.contract c
                  ON c.account_id = h.account_id AND c.id = h.contract_id
                WHERE c.id IS NULL
                   OR (c.state = 'awaiting-payment' AND (h.next IS NULL OR c.term_start IS NOT NULL))
                   OR (c.state IN ('active', 'suspended')
                       AND (h.next ->> 'start')::date <> c.covered_end)\
                """);
    }

    @Bean
    Invariant optionTermsApart(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "option-terms-apart",
                "An option's next term begins where its running one ends.",
                "SELECT count(*) FROM contract.item",
                """
                SELECT contract_id::text, 'has option ' || number || ' to ' || term_end ||
                       ' and from ' || (next ->> 'start')
                FROM contract.item
                WHERE (next ->> 'start')::date <> term_end\
                """);
    }
}
