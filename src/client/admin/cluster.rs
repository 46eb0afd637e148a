//! The cluster itself: its id, its brokers, what each can do.

use kt_codec::describe_cluster_request::DescribeClusterRequest;

use crate::client::error::{Error, Problem, Result};
use crate::client::fan;
use crate::client::route::{Client, Node, To};
use crate::client::settings::Address;
use crate::client::versions::Versions;
use crate::protocol::code::ErrorCode;

/// What a broker says about its cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub id: Option<String>,
    /// The broker to send changes to.
    pub controller: Option<i32>,
    pub nodes: Vec<Node>,
    /// Brokers that are registered but not let in; asked for since 4.0.
    pub fenced: Vec<i32>,
    /// A bit for each operation that we may do, if asked for and known.
    pub operations: Option<i32>,
}

impl Client {
    /// The cluster, by DescribeCluster, or by the metadata of brokers before 2.8.
    pub async fn describe_cluster(&self, operations: bool, fenced: bool) -> Result<Description> {
        let call = |error: Error| error.during("describeCluster");
        let sent = self
            .send_with(To::Any, |version| DescribeClusterRequest {
                include_cluster_authorized_operations: operations,
                endpoint_type: if self.settings().controllers { 2 } else { 1 },
                include_fenced_brokers: fenced && version >= 2,
                ..Default::default()
            })
            .await;
        let response = match sent {
            Ok(response) => response,
            Err(error) if matches!(error.problem(), Problem::Unsupported { .. }) => {
                let cluster = self.refresh().await.map_err(call)?;
                return Ok(Description {
                    id: cluster.id.clone(),
                    controller: Some(cluster.controller).filter(|id| *id >= 0),
                    nodes: cluster.nodes.clone(),
                    fenced: Vec::new(),
                    operations: None,
                });
            }
            Err(error) => return Err(call(error)),
        };
        let code = ErrorCode(response.error_code);
        if code.is_error() {
            return Err(call(Error::refused(code, response.error_message.as_deref(), "the cluster")));
        }
        let node = |broker: &kt_codec::describe_cluster_response::DescribeClusterBroker| Node {
            id: broker.broker_id,
            address: Address { host: broker.host.to_string(), port: u16::try_from(broker.port).unwrap_or(0) },
            rack: broker.rack.as_ref().map(|rack| rack.to_string()),
        };
        Ok(Description {
            id: Some(response.cluster_id.to_string()).filter(|id| !id.is_empty()),
            controller: Some(response.controller_id).filter(|id| *id >= 0),
            nodes: response.brokers.iter().map(node).collect(),
            fenced: response.brokers.iter().filter(|broker| broker.is_fenced).map(|broker| broker.broker_id).collect(),
            operations: Some(response.cluster_authorized_operations).filter(|bits| *bits != i32::MIN),
        })
    }

    /// What each broker can do, all asked at once.
    pub async fn api_versions(&self) -> Result<Vec<(Node, Result<Versions>)>> {
        let cluster = self.cluster().await?;
        let answers = fan::all(cluster.nodes.iter().map(|node| self.versions(To::Broker(node.id)))).await;
        Ok(cluster.nodes.iter().cloned().zip(answers).collect())
    }
}
