//! What a broker can do: the versions of each API it takes, and its features. The rule for picking one is the original's:
//! the highest version that both know.

use std::collections::BTreeMap;

use kt_codec::api_versions_response::ApiVersionsResponse;
use kt_codec::{ApiKey, Request};

/// A broker's answer to ApiVersions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versions {
    /// By API number, those included that kt does not know.
    pub ranges: BTreeMap<i16, (i16, i16)>,
    pub features: Vec<Feature>,
    /// -1 if the broker has no features.
    pub features_epoch: i64,
}

/// A feature's supported levels, and the one in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    pub name: String,
    pub supported: (i16, i16),
    pub finalized: Option<i16>,
}

/// The release of Apache Kafka in which a broker can first do what people may ask for; `None` for what every broker that
/// kt can speak to does.
fn since(api: ApiKey) -> Option<&'static str> {
    Some(match api {
        ApiKey::DescribeLogDirs | ApiKey::AlterReplicaLogDirs | ApiKey::CreatePartitions => "1.0",
        ApiKey::DeleteGroups
        | ApiKey::CreateDelegationToken
        | ApiKey::RenewDelegationToken
        | ApiKey::ExpireDelegationToken
        | ApiKey::DescribeDelegationToken => "1.1",
        ApiKey::ElectLeaders => "2.2",
        ApiKey::IncrementalAlterConfigs => "2.3",
        ApiKey::AlterPartitionReassignments | ApiKey::ListPartitionReassignments | ApiKey::OffsetDelete => "2.4",
        ApiKey::DescribeClientQuotas | ApiKey::AlterClientQuotas => "2.6",
        ApiKey::DescribeUserScramCredentials | ApiKey::AlterUserScramCredentials | ApiKey::UpdateFeatures => "2.7",
        ApiKey::DescribeCluster | ApiKey::DescribeProducers => "2.8",
        ApiKey::DescribeTransactions | ApiKey::ListTransactions => "3.0",
        ApiKey::DescribeQuorum | ApiKey::UnregisterBroker => "3.3, in clusters without ZooKeeper",
        ApiKey::ConsumerGroupHeartbeat
        | ApiKey::ConsumerGroupDescribe
        | ApiKey::GetTelemetrySubscriptions
        | ApiKey::PushTelemetry
        | ApiKey::ListConfigResources => "3.7",
        ApiKey::AddRaftVoter | ApiKey::RemoveRaftVoter => "3.9, in clusters without ZooKeeper",
        ApiKey::ShareGroupHeartbeat
        | ApiKey::ShareGroupDescribe
        | ApiKey::ShareFetch
        | ApiKey::ShareAcknowledge
        | ApiKey::DescribeShareGroupOffsets
        | ApiKey::AlterShareGroupOffsets
        | ApiKey::DeleteShareGroupOffsets => "4.1",
        ApiKey::StreamsGroupHeartbeat | ApiKey::StreamsGroupDescribe => "4.2",
        _ => return None,
    })
}

impl Versions {
    pub fn range(&self, api: ApiKey) -> Option<(i16, i16)> {
        self.ranges.get(&(api as i16)).copied()
    }

    /// Whether it is a KRaft controller and no broker: it registers brokers and knows no topics.
    pub fn is_controller(&self) -> bool {
        self.range(ApiKey::BrokerRegistration).is_some() && self.range(ApiKey::Metadata).is_none()
    }

    /// The highest version of `R` that both sides know, or why there is none.
    pub fn pick<R: Request>(&self) -> Result<i16, String> {
        let (oldest, mut newest) = R::VERSIONS;
        if R::API_KEY.latest_unstable() {
            newest -= 1;
        }
        let Some((low, high)) = self.range(R::API_KEY) else {
            return Err(match since(R::API_KEY) {
                Some(release) => format!("it does not offer it (Apache Kafka does since {release})"),
                None => "it does not offer it".to_owned(),
            });
        };
        let version = newest.min(high);
        if version < oldest {
            return Err(format!("it is too old (it knows versions {low} to {high}, kt {oldest} to {newest})"));
        }
        if version < low {
            return Err(format!("it is too new (it knows versions {low} to {high}, kt {oldest} to {newest})"));
        }
        Ok(version)
    }

    /// What the broker offers, and kt knows, but in other versions.
    pub fn apart(&self) -> Vec<ApiKey> {
        let apart = |(number, (low, high)): (&i16, &(i16, i16))| {
            let api = ApiKey::from_i16(*number)?;
            let (oldest, newest) = api.versions();
            (*high < oldest || newest < *low).then_some(api)
        };
        self.ranges.iter().filter_map(apart).collect()
    }

    /// Whether both sides know at least `version` of `R`.
    pub fn has<R: Request>(&self, version: i16) -> bool {
        self.pick::<R>().is_ok_and(|picked| picked >= version)
    }
}

impl From<&ApiVersionsResponse> for Versions {
    fn from(response: &ApiVersionsResponse) -> Self {
        let ranges = response.api_keys.iter().map(|api| (api.api_key, (api.min_version, api.max_version))).collect();
        let mut features: Vec<Feature> = response
            .supported_features
            .iter()
            .map(|feature| Feature {
                name: feature.name.to_string(),
                supported: (feature.min_version, feature.max_version),
                finalized: None,
            })
            .collect();
        for level in &response.finalized_features {
            if let Some(feature) = features.iter_mut().find(|feature| feature.name == level.name[..]) {
                feature.finalized = Some(level.max_version_level);
            }
        }
        features.sort_by(|a, b| a.name.cmp(&b.name));
        Versions { ranges, features, features_epoch: response.finalized_features_epoch }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kt_codec::list_transactions_request::ListTransactionsRequest;
    use kt_codec::metadata_request::MetadataRequest;

    fn offering(api: ApiKey, range: (i16, i16)) -> Versions {
        Versions { ranges: BTreeMap::from([(api as i16, range)]), ..Versions::default() }
    }

    #[test]
    fn the_highest_version_that_both_know_is_taken() {
        assert_eq!(offering(ApiKey::Metadata, (0, 7)).pick::<MetadataRequest>(), Ok(7));
        assert_eq!(offering(ApiKey::Metadata, (0, 99)).pick::<MetadataRequest>(), Ok(MetadataRequest::VERSIONS.1));
        assert!(
            offering(ApiKey::Metadata, (90, 99)).pick::<MetadataRequest>().unwrap_err().starts_with("it is too new")
        );
        assert!(Versions::default().pick::<MetadataRequest>().is_err());
    }

    #[test]
    fn a_broker_that_is_too_old_is_told_from_when_on_others_can() {
        let why = offering(ApiKey::Metadata, (0, 7)).pick::<ListTransactionsRequest>().unwrap_err();
        assert_eq!(why, "it does not offer it (Apache Kafka does since 3.0)");
    }

    use kt_codec::Message;
    use kt_codec::init_producer_id_request::InitProducerIdRequest;

    #[test]
    fn an_unstable_version_is_never_taken() {
        let newest = InitProducerIdRequest::VERSIONS.1;
        assert_eq!(offering(ApiKey::InitProducerId, (0, newest)).pick::<InitProducerIdRequest>(), Ok(newest - 1));
    }
}
