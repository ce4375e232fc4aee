export default function none() {}
