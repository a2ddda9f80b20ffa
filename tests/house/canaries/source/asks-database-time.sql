UPDATE hw.exports SET ended_at = now() WHERE export_id = $1;
