import { ClusterApi } from './clusterApi';
import { DataPath } from './dataPath';
import { WatchedCluster } from './watchedCluster';

/** A local cluster that carries traffic: what is sent to it, what is seen of it, and the way to dial in it. */
export interface ProofCluster {
  readonly api: ClusterApi;
  readonly seen: WatchedCluster;
  readonly path: DataPath;
}

/**
 * Connects to a running local cluster for as long as the work takes.
 * @param clusterJson the file that the cluster writes when it is ready
 */
export async function withCluster<T>(clusterJson: string, work: (cluster: ProofCluster) => Promise<T>): Promise<T> {
  const api = new ClusterApi(clusterJson);
  const cluster = { api, seen: new WatchedCluster(api), path: new DataPath(api.file.dataPath?.socket ?? '') };
  try {
    await cluster.seen.start();
    return await work(cluster);
  } finally {
    cluster.seen.stop();
    cluster.path.close();
    api.close();
  }
}
