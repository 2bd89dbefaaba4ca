package keiyaku.provisioning;

/**
 * Creates, changes, suspends, resumes and deletes what a contract pays for. A bean of this type
 * serves its products in this process; all others are told by webhook. The same id may come again:
 * then it is confirmed without effect.
 */
public interface Provisioner {

    boolean serves(String product);

    /** Called outside of any transaction; throws nothing for what may pass. */
    Attempt tell(Order order);

    /** A task on its way, with its stable id and its place in its contract's line, from 1. */
    record Order(
            String id, long sequence, ProvisioningTask task, java.util.Map<String, Object> data) {

        /** Its data may hold a password. */
        @Override
        public String toString() {
            return id + " " + task.type() + " " + task.contract() + " " + sequence;
        }
    }
}
