package keiyaku.scenario;

import java.util.List;
import java.util.Map;

/** What a scenario came to, in the form of scenario.md: amounts in minor units, dates ISO. */
public record Report(
        List<Map<String, Object>> events,
        List<Map<String, Object>> contracts,
        List<Map<String, Object>> invoices,
        List<Map<String, Object>> payments,
        List<Map<String, Object>> refunds,
        List<Map<String, Object>> quotes,
        Map<String, Map<String, Object>> balances,
        Map<String, Object> ledger) {}
